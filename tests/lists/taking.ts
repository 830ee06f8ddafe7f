import { parse } from "csv-parse/sync";
import { unguardCell } from "@/lib/csv";
import type { Actor } from "@/lib/law/actor";
import { exportList } from "@/lib/lists/export";
import type { Params } from "@/lib/lists/list";
import type { ListName } from "@/lib/lists/schema";
import type { World } from "../units/world";

export const purpose = "сверка с описями архива";
export const home = "https://aqtalu.example/";

/** A list as somebody takes it away; null where there is none for them. */
export async function takeList(
  { desk, db }: World,
  actor: Actor,
  list: ListName,
  params: Params = {},
  reason = purpose,
): Promise<string | null> {
  const body = await exportList(desk, actor, { list, params, purpose: reason, home }, db.pool);
  return body && Buffer.from(await new Response(body).arrayBuffer()).toString("utf8");
}

/** The rows of a table by their headings, with the guard of each cell taken off. */
export const rowsOf = (csv: string | null): Record<string, string>[] =>
  parse<Record<string, string>>(csv ?? "", { columns: true, bom: true }).map((row) =>
    Object.fromEntries(Object.entries(row).map(([heading, cell]) => [heading, unguardCell(cell)])),
  );
