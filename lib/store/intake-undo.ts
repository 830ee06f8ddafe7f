import type { Queryable } from "./client";
import { rows, type PlainTx, type Reader, type Writer } from "./transaction";

/**
 * From here on the transaction writes for an import: what it writes is found again by the transaction, what it writes
 * over is kept (migration `undone_imports`).
 *
 * @param units how many units it brings
 */
export async function beginWriting(tx: Writer, importId: string, units: number): Promise<void> {
  await tx.$executeRawUnsafe("select set_config('aqtalu.import', $1, true)", importId);
  await tx.$executeRawUnsafe(
    "insert into import_writes (import_id, units) values ($1::uuid, $2)",
    ...[importId, units],
  );
}

/** Whether an import has written anything that has not been undone, in this very cluster (ADR 13). */
export async function hasWritten(db: Queryable, importId: string): Promise<boolean> {
  const { rows: found } = await db.query(
    "select 1 from import_writes where import_id = $1 and xmin = xid::xid limit 1",
    [importId],
  );
  return found.length > 0;
}

/** Children before what they hang on. */
export const writtenTables = [
  ...["charges", "measures", "case_files", "mentions", "materials", "spans", "file_owners", "person_names"],
  ...["cases", "persons", "files", "units"],
] as const;

/** Rows that the import wrote over are as they were before (`update`), those it took away are there again (`delete`). */
export const putBack = (tx: Writer, importId: string, op: "update" | "delete"): Promise<number> =>
  tx.$executeRawUnsafe("select put_back($1::uuid, $2)", ...[importId, op]);

/** Rows that the import brought go. @returns how many */
export async function takeBack(tx: Reader, importId: string, table: string): Promise<number> {
  const [count] = await rows<number>(
    tx,
    "select to_json(take_back($1::uuid, $2)) as row",
    ...[importId, table],
  );
  return count ?? 0;
}

export type Thing = { what: "file" | "person" | "case"; id: string; name: string };

/** The first of what an import brought, or changed, of which the history tells anything since. */
export async function findWorkedOn(tx: Reader, importId: string): Promise<Thing | null> {
  const about = (what: string, own: string): string => `
    (select json_build_object('what', '${what}', 'id', e.${what}_id) as row from told t join events e on e.${what}_id = t.${what}_id
     where ${own} and e.seq > t.seq and not e.refused and not exists (select from writes w where w.xid = e.xid) limit 1)`;
  const [thing] = await rows<Omit<Thing, "name">>(
    tx,
    `with writes as materialized (select xid from import_writes where import_id = $1::uuid),
       told as materialized (select e.seq, e.case_id, e.file_id, e.person_id from writes w join events e on e.xid = w.xid
         where e.act in ('arrived', 'accept_import'))
     ${about("case", "t.case_id is not null")} union all ${about("file", "t.file_id is not null")}
     union all ${about("person", "t.person_id is not null and t.case_id is null")}`,
    importId,
  );
  if (!thing) return null;
  const [name] = await rows<string>(
    tx,
    `select to_json(coalesce((select ref_path from units where id = $1::uuid),
       (select p.name from persons p where p.id = $1::uuid),
       (select p.name from cases c join persons p on p.id = c.person_id where c.id = $1::uuid), '')) as row`,
    thing.id,
  );
  return { ...thing, name: name ?? "" };
}

export type Brought = { files: number; persons: number; cases: number; units: number };

/** What an import brought, as the history and its own record have it; and the units of it that are still there. */
export async function countBrought(tx: Reader, importId: string): Promise<Brought & { unitsLeft: number }> {
  const [found] = await rows<Brought & { unitsLeft: number }>(
    tx,
    `with writes as materialized (select xid, units from import_writes where import_id = $1::uuid),
       came as (select e.case_id, e.file_id, e.person_id from writes w join events e on e.xid = w.xid where e.act = 'arrived')
     select json_build_object('files', (select count(*) from came where file_id is not null),
       'cases', (select count(*) from came where case_id is not null),
       'persons', (select count(*) from came where person_id is not null and case_id is null),
       'units', (select coalesce(sum(units), 0) from writes),
       'unitsLeft', (select count(*) from units u where u.xmin = any(array(select xid::xid from writes)))) as row`,
    importId,
  );
  return found!;
}

export type Came = {
  act: "arrived" | "accept_import";
  caseId: string | null;
  fileId: string | null;
  personId: string | null;
};

/** The transactions in which an import has written, newest first. */
export const listWrites = (tx: Reader, importId: string): Promise<string[]> =>
  rows<string>(
    tx,
    "select to_json(xid::text) as row from import_writes where import_id = $1::uuid order by nth desc",
    importId,
  );

/** What the history tells of one of them. */
export const loadCame = (tx: Reader, xid: string): Promise<Came[]> =>
  rows<Came>(
    tx,
    `select json_build_object('act', act, 'caseId', case_id, 'fileId', file_id, 'personId', person_id) as row
     from events where xid = $1::xid8 and act in ('arrived', 'accept_import') order by seq`,
    xid,
  );

export async function dropWrites(tx: PlainTx, importId: string): Promise<void> {
  for (const table of ["import_before", "import_writes"] as const)
    await tx.$executeRawUnsafe(`delete from ${table} where import_id = $1::uuid`, importId);
}
