import { createHash } from "node:crypto";
import { acceptWhole, compareWhole, type Accepted, type Accepting } from "@/lib/intake/accept";
import { acceptTable, compareTable, concludeTable } from "@/lib/intake/import-table";
import type { Outcome } from "@/lib/intake/problem";
import type { Importer } from "@/lib/intake/proposal";
import { readWhole, recognise } from "@/lib/intake/read-whole";
import { dropTable, stageTable } from "@/lib/intake/stage-table";
import type { Summary } from "@/lib/intake/view";
import { operatorId } from "@/lib/store/accounts";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { inPlainTransaction } from "@/lib/store/transaction";

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

type Given = ReturnType<typeof fileOf>;

const unknown = (detail: string) =>
  ({ ok: false, problem: { code: "unknownKind", place: { kind: "file" }, detail } }) as const;

const kindOf = ({ name, bytes }: Given) =>
  recognise({ head: bytes, fileName: name, asked: {}, source: () => [bytes] });

/** What taking in a file would do. */
export async function compareFile(
  { pool }: Connection,
  { name, bytes }: Given,
  by: Importer = importer,
): Promise<Outcome<Summary>> {
  const desk = { pool, clock };
  const kind = await kindOf({ name, bytes });
  if (kind === null) return unknown(name);
  if (kind === "whole") {
    const whole = await readWhole(bytes, name, {});
    return whole.ok ? compareWhole(desk, whole.value, by) : whole;
  }
  const staged = await stageTable(pool, newId(), [bytes]);
  if (!staged.ok) return staged;
  const value = await compareTable(desk, staged.value, by);
  await dropTable(pool, staged.value);
  return { ok: true, value };
}

/** Takes in a file as its job does. */
export async function acceptFile(
  { pool }: Connection,
  { name, bytes }: Given,
  { digest = null, ...by }: Partial<Accepting> & { digest?: string | null } = {},
): Promise<Outcome<Accepted>> {
  const desk = { pool, clock };
  const person = { importer, actor: operator, ...by };
  const kind = await kindOf({ name, bytes });
  if (kind === null) return unknown(name);
  if (kind === "whole") {
    const whole = await readWhole(bytes, name, {});
    if (!whole.ok) return whole;
    const sent = { fileName: name, sha256: createHash("sha256").update(bytes).digest("hex"), digest };
    return inPlainTransaction(pool, (tx) => acceptWhole(tx, desk, whole.value, { ...person, ...sent }));
  }
  const staged = await stageTable(pool, newId(), [bytes]);
  if (!staged.ok) return staged;
  const table = staged.value;
  const summary = await compareTable(desk, table, person.importer);
  const stale = digest !== null && digest !== summary.digest;
  const left = stale ? 0 : await acceptTable(desk, table, person);
  const named = { ...person, fileName: name };
  if (!stale) await inPlainTransaction(pool, (tx) => concludeTable(tx, desk, table, named));
  await dropTable(pool, table);
  return { ok: true, value: { state: stale || left > 0 ? "stale" : "accepted", summary } };
}

/** Imports as the operator of the command line does. */
export async function accept(
  connection: Connection,
  source: string | Buffer,
  { digest = null, name = "aid.xml" }: { digest?: string | null; name?: string } = {},
): Promise<Accepted> {
  const outcome = await acceptFile(connection, fileOf(source, name), { digest });
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
    "spans",
    "materials",
  ].map(all);
  return one(
    connection,
    `select ${tables.join(", ")}, (select json_agg(l order by l.case_id, l.file_id) from case_files l) links,
       (select json_agg(o order by o.file_id, o.agency_id) from file_owners o) owners,
       (select count(*)::int from events) events`,
  );
}
