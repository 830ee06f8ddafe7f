import { parse } from "csv-parse/sync";
import { unguardCell } from "@/lib/csv";
import type { Actor } from "@/lib/law/actor";
import { exportUnits } from "@/lib/units/export";
import type { ExportFormat } from "@/lib/units/schema";
import type { World } from "./world";

export const purpose = "для обмена с другим архивом";
export type Cells = Record<string, string>;

/** Exports as the archivist does, or somebody else. */
export function takingFrom(world: () => World) {
  const exported = async (
    id: string,
    format: ExportFormat,
    actor: Actor = world().people.archivist,
  ): Promise<string | null> => {
    const { desk, db } = world();
    const found = await exportUnits(desk, actor, { id, format, purpose }, db.pool);
    return found && Buffer.from(await new Response(found.body).arrayBuffer()).toString("utf8");
  };
  return {
    exported,
    taken: async (...asked: Parameters<typeof exported>): Promise<string> => (await exported(...asked)) ?? "",
    /** The unit of this source that nothing stands over, or the one of this title. */
    unitOf: async (source: string, title: string | null = null): Promise<string> => {
      const { rows } = await world().db.pool.query<{ id: string }>(
        "select id from units where source = $1 and (title = $2 or $2 is null and parent_id is null)",
        [source, title],
      );
      return rows[0]!.id;
    },
  };
}

/** The rows of a table, with the guard of each cell taken off. */
export const cellsOf = (csv: string): Cells[] =>
  parse<Cells>(csv, { columns: true, bom: true }).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguardCell(cell)])),
  );
