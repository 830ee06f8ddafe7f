import { readDate } from "@/lib/archive/dates";
import { normaliseReference, parseReference } from "@/lib/archive/reference";
import { printReference } from "@/lib/archive/reference-print";
import { newId } from "@/lib/store/id";
import type { Bodies } from "./bodies";
import { fondsList, type FondsKey } from "./fonds";
import type { Records } from "./records";

/** A date as columns: source text, EDTF and range, under the prefix of the table. */
export function dateColumns(text: string | null, prefix = "date"): Record<string, string | null> {
  const date = text ? readDate(text) : null;
  return {
    [`${prefix}_text`]: text,
    [`${prefix}_edtf`]: date?.edtf ?? null,
    [`${prefix}_from`]: date?.from ?? null,
    [`${prefix}_to`]: date?.to ?? null,
  };
}

type Place = { id: string; archive: string; bodyId: string; fonds: string; inventory: string };
export type NewUnit = { id: string; position: number; reference: string; title: string; dates: string };

/** The tree of archival description; files are hung into its inventories. */
export class Tree {
  private readonly inventories = new Map<string, Place & { files: number }>();

  constructor(
    records: Records,
    private readonly bodies: Bodies,
    private readonly at: Date,
  ) {
    for (const [nth, archive] of (["central", "ili"] as const).entries())
      this.addArchive(records, archive, nth);
  }

  /** Hangs a file into an inventory; returns its reference as it is printed. */
  addFile(
    records: Records,
    where: { fonds: FondsKey; inventory: string },
    file: { id: string; reference: string; title: string; dates: string; at: Date },
  ): string {
    const place = this.inventories.get(`${where.fonds}/${where.inventory}`)!;
    const { archive, fonds, inventory, bodyId } = place;
    const path = printReference({ archive, fonds, inventory, file: file.reference, sheets: [] }, "ru");
    const unit = { level: "file", position: place.files++, ...file, parent: place.id, path, bodyId };
    this.addUnit(records, unit, file.at);
    return path;
  }

  archiveOf(fonds: FondsKey): "central" | "ili" {
    return fondsList[fonds].archive;
  }

  private addArchive(records: Records, archive: "central" | "ili", position: number): void {
    const { id: bodyId, code, name_ru } = this.bodies[archive];
    const id = newId();
    const common = { id, parent: null, position, path: code, bodyId };
    this.addUnit(
      records,
      { ...common, level: "archive", reference: code, title: name_ru, dates: "" },
      this.at,
    );
    const inside = Object.entries(fondsList).filter(([, fonds]) => fonds.archive === archive);
    for (const [nth, [key, fonds]] of inside.entries()) {
      const fondsId = newId();
      const path = printReference(
        { archive: code, fonds: fonds.number, inventory: null, file: null, sheets: [] },
        "ru",
      );
      const { number: reference, title, dates } = fonds;
      const unit = { id: fondsId, parent: id, position: nth, path, bodyId, reference, title, dates };
      this.addUnit(records, { ...unit, level: "fonds" }, this.at);
      for (const place of fonds.inventories.keys()) {
        this.addInventory(records, key as FondsKey, { ...unit, archive: code, fonds: reference }, place);
      }
    }
  }

  private addInventory(
    records: Records,
    key: FondsKey,
    fonds: { id: string; archive: string; fonds: string; bodyId: string },
    position: number,
  ): void {
    const { number, title, dates } = fondsList[key].inventories[position]!;
    const id = newId();
    const reference = { archive: fonds.archive, fonds: fonds.fonds, inventory: number };
    const path = printReference({ ...reference, file: null, sheets: [] }, "ru");
    const unit = {
      id,
      parent: fonds.id,
      position,
      path,
      bodyId: fonds.bodyId,
      title,
      dates,
      reference: number,
    };
    this.addUnit(records, { ...unit, level: "inventory" }, this.at);
    this.inventories.set(`${key}/${number}`, { id, ...reference, bodyId: fonds.bodyId, files: 0 });
  }

  private addUnit(
    records: Records,
    unit: NewUnit & { level: string; parent: string | null; path: string; bodyId: string },
    at: Date,
  ): void {
    const { id, parent, position, level, reference, title, dates, path, bodyId } = unit;
    records.add("units", {
      id,
      parent_id: parent,
      position,
      level,
      reference,
      title,
      ...dateColumns(dates || null),
      ref_path: path,
      ref_key: keyOf(path),
      body_id: bodyId,
      created_at: at.toISOString(),
    });
  }
}

/** As an import would key it, so that a table finds the sample's files and a typed reference leads to them. */
function keyOf(path: string): string {
  const read = parseReference(path);
  return normaliseReference(
    read.ok ? read.value : { archive: path, fonds: null, inventory: null, file: null },
  );
}
