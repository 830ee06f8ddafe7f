import { acceptFile, type Accepted } from "@/lib/intake/accept";
import type { Importer } from "@/lib/intake/proposal";
import { operatorId } from "@/lib/store/accounts";
import type { Connection } from "@/lib/store/client";

export const clock = () => new Date("2026-03-01T05:00:00Z");
export const importer: Importer = { accountId: operatorId, archiveId: null, reach: null };
export const operator = {
  id: operatorId,
  name: "Оператор",
  role: "operator",
  body: null,
  delegation: null,
} as const;

export const fileOf = (source: string | Buffer, name = "aid.xml") => ({
  name,
  bytes: Buffer.from(source as string),
});

/** Imports as the operator of the command line does. */
export async function accept(
  connection: Connection,
  source: string | Buffer,
  options: { digest?: string | null; name?: string } = {},
): Promise<Accepted> {
  const { digest = null, name = "aid.xml" } = options;
  const desk = { prisma: connection.prisma, clock };
  const asked = { file: fileOf(source, name), importer, actor: operator, digest };
  const outcome = await acceptFile(desk, asked);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export async function one<T extends Record<string, unknown>>(
  connection: Connection,
  sql: string,
  ...values: unknown[]
): Promise<T> {
  const { rows } = await connection.pool.query<T>(sql, values);
  return rows[0]!;
}

/** Everything an import could touch, as one value. */
export function everything(connection: Connection): Promise<Record<string, unknown>> {
  const all = (table: string): string => `(select json_agg(x order by x.id) from ${table} x) ${table}`;
  const tables = [
    "units",
    "files",
    "persons",
    "person_names",
    "cases",
    "charges",
    "measures",
    "mentions",
  ].map(all);
  return one(
    connection,
    `select ${tables.join(", ")}, (select json_agg(l order by l.case_id, l.file_id) from case_files l) links,
       (select json_agg(o order by o.file_id, o.agency_id) from file_owners o) owners,
       (select count(*)::int from events) events`,
  );
}
