import type { SourceUnit, UnitColumns } from "@/lib/store/intake-units";
import { readDateColumns } from "./dates";
import type { StoredUnit, UnitContent } from "./unit-record";

export type Fields = Record<string, string>;

/** Columns that a description does not hold as one of its elements. */
const OWN = new Set(["level", "reference", "title", "dateText", "extent", "position"]);

export function columnsOf(fields: Fields): UnitColumns {
  const description = Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !OWN.has(field) && value !== ""),
  );
  return {
    level: fields.level ?? "",
    reference: fields.reference ?? "",
    title: titleOf(fields),
    ...readDateColumns(fields.dateText ?? "", fields.dateNormal),
    extent: fields.extent ? fields.extent : null,
    description: Object.keys(description).length === 0 ? null : description,
  };
}

/** A title that the archive has not given is supplied in brackets, as cataloguers do. */
export function titleOf({ title, dateText, container, reference }: Fields): string {
  const supplied = dateText || container || reference || "…";
  return title || `[${supplied}]`;
}

/** What the source says of a unit, to be kept for the next import. */
export function importedOf(unit: UnitContent): Record<string, unknown> {
  const { level, reference, title, dateText, extent, description, sourceId, verbatim } = unit;
  const said = { level, reference, title, dateText, extent, description, sourceId };
  return verbatim ? { ...said, verbatim } : said;
}

type Said = Omit<UnitContent, "position">;

/** A row as it is compared with the next import. */
export function storedUnitOf(row: SourceUnit): StoredUnit {
  const { level, reference, title, date_text, extent, description } = row;
  const own = { level, reference, title, dateText: date_text ?? "", extent: extent ?? "" };
  const now: Said = { ...own, description: description ?? {}, sourceId: "" };
  const source: Said = { ...now, ...row.imported };
  return {
    ...source,
    description: source.description,
    position: row.position,
    id: row.id,
    key: row.source_key,
    parentId: row.parent_id,
    current: { ...own, ...description },
    refPath: row.ref_path,
    refKey: row.ref_key,
    inUse: row.in_use,
  };
}
