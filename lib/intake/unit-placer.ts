import { newId } from "@/lib/store/id";
import type { KnownUnit } from "@/lib/store/intake-table";
import type { NewUnit } from "@/lib/store/intake-units";
import { readDateColumns } from "./dates";
import type { FileEntry } from "./entries";
import { levelsOf, type Level } from "./levels";
import type { TableContext } from "./table-context";

type Said = Record<string, string>;

/** The tree of units as the table needs it: what is there, and what it adds. */
export class UnitPlacer {
  /** Units of new files; those above them are kept by the context, since other parts of the table need them too. */
  readonly added: NewUnit[] = [];
  private readonly units = new Map<string, { id: string; known: KnownUnit | null }>();

  constructor(
    known: readonly KnownUnit[],
    private readonly context: TableContext,
  ) {
    for (const unit of known) {
      for (const key of [unit.ref_key, unit.table_key]) {
        // Of several units with one reference the one that holds sheets is meant, then the oldest.
        const other = key === null ? undefined : this.units.get(key)?.known;
        if (key !== null && (!other || (other.file === null && unit.file !== null))) {
          this.units.set(key, { id: unit.id, known: unit });
        }
      }
    }
  }

  find(key: string): KnownUnit | null {
    return this.units.get(key)?.known ?? null;
  }

  /** Makes the unit of a file and whatever is missing above it. */
  place(entry: FileEntry, said: Said): string {
    let parent: string | null = null;
    for (const level of levelsOf(entry.reference)) {
      const there = this.units.get(level.key)?.id ?? this.context.idAbove(level.key, entry.row);
      parent = there ?? this.add(level, parent, entry, said);
    }
    return parent ?? newId();
  }

  private add(level: Level, parent: string | null, entry: FileEntry, said: Said): string {
    const id = newId();
    this.units.set(level.key, { id, known: null });
    const isFile = level.level === "file";
    const unit: NewUnit = {
      ...{ id, parent_id: parent, position: level.position, level: level.level },
      ...{ reference: level.reference, title: isFile ? entry.title : level.title },
      ...readDateColumns(isFile ? entry.dates : ""),
      ...{ extent: null, description: null, source: "table", source_key: level.key },
      ...{ imported: isFile ? { table: said } : null, ref_path: level.path, ref_key: level.key },
      body_id: this.context.importer.archiveId,
    };
    if (isFile) this.added.push(unit);
    else this.context.addAbove(unit, entry.row);
    return id;
  }
}
