import { createReadStream } from "node:fs";
import type { Queryable } from "@/lib/store/client";
import { loadMappings } from "@/lib/store/import-mappings";
import { fits } from "./column-map";
import type { Delivery } from "./open-delivery";
import { openRecords, readHeadings } from "./table";
import type { ColumnMap } from "./view";

/**
 * A table whose headings are not known is read as the archive has read one with these very headings before; whatever is
 * known, or was told of this table, stays as it is.
 */
export async function findMapping(
  db: Queryable,
  delivery: Delivery,
  archiveId: string | null,
): Promise<Delivery> {
  const { place, asked } = delivery;
  if (asked.columns || archiveId === null) return delivery;
  const source = createReadStream(place);
  try {
    const opened = await openRecords(source, asked);
    if (!opened.ok || readHeadings(opened.value.names).ok) return delivery;
    const { names } = opened.value;
    const saved = (await loadMappings<ColumnMap>(db, archiveId)).find(({ columns }) => fits(columns, names));
    if (!saved) return delivery;
    return { ...delivery, asked: { ...asked, columns: saved.columns, mapping: saved.name } };
  } finally {
    source.destroy();
  }
}
