import type { TransferReason, TransferState } from "@/lib/law/transferring";
import type { Names, PersonRow } from "./account-lists";
import type { Queryable } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
import { transferSeen, transferWaits, type TransferReach } from "./transfer-reach";
import { rows, type Reader } from "./transaction";

export type ArchiveRow = { id: string; code: string; names: Names };
export type TransferAct = "announce" | "withdraw" | "receive" | "check" | "accept" | "return";

/** How much of something; null where nobody said. */
export type Amount = { files: number; sheets: number | null; materials: number | null };
export type ItemSaid = Amount & { fonds: string; inventories: string; title: string | null };
export type ItemRow = ItemSaid & { nth: number };
export type VersionSaid = { title: string; basis: string; due: string };
export type VersionRow = VersionSaid & { version: number; items: ItemRow[] };
export type CountRow = Amount & { nth: number; note: string | null };
export type TransferStepRow = {
  nth: number;
  act: TransferAct;
  version: number;
  by: PersonRow;
  bodyId: string;
  at: string;
  reason: { code: TransferReason; text: string } | null;
  hash: string;
  counts: CountRow[];
};
export type TransferRow = {
  id: string;
  number: number;
  ownNumber: string | null;
  from: ArchiveRow;
  to: ArchiveRow;
  state: TransferState | "none";
  version: number;
  steps: TransferStepRow[];
  versions: VersionRow[];
};

const archive = (alias: string): string => `json_build_object('id', ${alias}.id, 'code', ${alias}.code,
  'names', json_build_object('kk', ${alias}.name_kk, 'ru', ${alias}.name_ru, 'en', ${alias}.name_en))`;
const amount = (alias: string): string =>
  `'nth', ${alias}.nth, 'files', ${alias}.files, 'sheets', ${alias}.sheets, 'materials', ${alias}.materials`;
const list = (what: string, from: string): string =>
  `(select coalesce(json_agg(${what}), '[]') from ${from})`;

const items = list(
  `json_build_object(${amount("i")}, 'fonds', i.fonds, 'inventories', i.inventories, 'title', i.title) order by i.nth`,
  "transfer_items i where i.transfer_id = v.transfer_id and i.version = v.version",
);
const versions = list(
  `json_build_object('version', v.version, 'title', v.title, 'basis', v.basis, 'due', v.due, 'items', ${items}) order by v.version`,
  "transfer_versions v where v.transfer_id = t.id",
);
const counts = list(
  `json_build_object(${amount("c")}, 'note', c.note) order by c.nth`,
  "transfer_counts c where c.step_id = s.id",
);
const steps = list(
  `json_build_object('nth', s.nth, 'act', s.act, 'version', s.version, 'bodyId', s.body_id, 'at', s.at, 'hash', s.hash,
    'by', json_build_object('id', a.id, 'name', a.name), 'counts', ${counts},
    'reason', case when s.reason_code is not null then json_build_object('code', s.reason_code, 'text', s.reason_text) end) order by s.nth`,
  "transfer_steps s join accounts a on a.id = s.by_id where s.transfer_id = t.id",
);
const whole = `json_build_object('id', t.id, 'number', t.number, 'ownNumber', t.own_number, 'state', t.state, 'version', t.version,
  'from', ${archive("fb")}, 'to', ${archive("tb")}, 'versions', ${versions}, 'steps', ${steps})`;
const sides = "transfers t join bodies fb on fb.id = t.from_id join bodies tb on tb.id = t.to_id";

/** One transfer with all that was ever said in it; null where there is none that this person may see. */
export async function loadTransfer(
  db: Reader,
  reach: TransferReach,
  id: string,
): Promise<TransferRow | null> {
  const found = await rows<TransferRow>(
    db,
    `select ${whole} as row from ${sides} where t.id = $2::uuid and ${transferSeen("t", "$1")}`,
    JSON.stringify(reach),
    id,
  );
  return found[0] ?? null;
}

/** Everything that was exchanged and stands, oldest first: what leaves as a table. */
export function loadTransfers(db: Reader, reach: TransferReach): Promise<TransferRow[]> {
  return rows<TransferRow>(
    db,
    `select ${whole} as row from ${sides} where t.state <> 'withdrawn' and ${transferSeen("t", "$1")} order by t.number`,
    JSON.stringify(reach),
  );
}

/** Every archive, by its code. */
export async function listArchives(db: Reader): Promise<ArchiveRow[]> {
  return rows(db, `select ${archive("b")} as row from bodies b where b.kind = 'archive' order by b.code`);
}

/** Which numbers of their own these archives have given: archive, blank, number. */
export function listOwnNumbers(db: Reader, archives: readonly string[]): Promise<string[]> {
  return rows(
    db,
    `select to_json(t.from_id || ' ' || t.own_number) as row from transfers t where t.own_number is not null
       and t.from_id in (select own.id::uuid from jsonb_array_elements_text($1::jsonb) own(id))`,
    JSON.stringify(archives),
  );
}

export type TransferListed = {
  id: string;
  number: number;
  title: string;
  from: ArchiveRow;
  to: ArchiveRow;
  state: TransferState;
  due: string;
  planned: number;
  /** Null while nothing has been counted. */
  received: number | null;
  since: string;
};
export type TransferFilter = {
  state?: TransferState;
  archive?: string;
  before?: number;
  /** Only what waits for a step of this account. */
  waitsFor?: string;
};
export type TransferList = {
  rows: TransferListed[];
  counts: { state: TransferState; count: number }[];
  archives: ArchiveRow[];
  next: number | null;
};

export const transferPage = 40;
const newestCount = `(select s.id from transfer_steps s where s.transfer_id = t.id and s.version = t.version
  and s.act in ('receive', 'check') order by s.nth desc limit 1)`;
const listed = `json_build_object('id', t.id, 'number', t.number, 'state', t.state, 'from', ${archive("fb")}, 'to', ${archive("tb")},
  'title', v.title, 'due', v.due, 'planned', (select sum(i.files) from transfer_items i where i.transfer_id = t.id and i.version = t.version),
  'received', (select sum(c.files) from transfer_counts c where c.step_id = ${newestCount}),
  'since', (select s.at from transfer_steps s where s.transfer_id = t.id and s.nth = t.steps))`;

/** SQL: is transfer `t` one of this archive, and does it wait for this account, where either is asked for? */
const asked = (archiveId: string, account: string): string => `(${archiveId}::uuid is null
  or t.from_id = ${archiveId}::uuid or t.to_id = ${archiveId}::uuid)
  and (${account}::uuid is null or ${transferWaits("t", "($1::jsonb->'archives')", `${account}::uuid`)})`;

/** All of a filter, the newest first, some at a time; `before` is left out. */
export const readTransferRows = (
  client: ReadingClient,
  reach: TransferReach,
  { state, archive: of, waitsFor }: TransferFilter,
): AsyncGenerator<readonly TransferListed[]> =>
  readByCursor(
    client,
    "transfer_rows",
    `select ${listed} as row from ${sides} join transfer_versions v on v.transfer_id = t.id and v.version = t.version
     where ${transferSeen("t", "$1")} and ${asked("$3", "$4")} and ($2::text is null or t.state = $2) order by t.number desc`,
    [JSON.stringify(reach), state ?? null, of ?? null, waitsFor ?? null],
  );

/** The newest first; of each state how many there are, whatever state is asked for. */
export async function listTransfers(
  db: Queryable,
  reach: TransferReach,
  { state, archive: of, before, waitsFor }: TransferFilter,
): Promise<TransferList> {
  const ofArchive = asked("$3", "$5");
  const seen = transferSeen("t", "$1");
  const { rows: found } = await db.query<{ told: Omit<TransferList, "next"> }>(
    `select json_build_object(
       'rows', ${list(
         "r.row order by r.number desc",
         `(select ${listed} as row, t.number from ${sides}
         join transfer_versions v on v.transfer_id = t.id and v.version = t.version
         where ${seen} and ${ofArchive} and ($2::text is null or t.state = $2) and ($4::int is null or t.number < $4::int)
         order by t.number desc limit ${transferPage + 1}) r`,
       )},
       'counts', ${list(
         "json_build_object('state', c.state, 'count', c.n)",
         `(select t.state, count(*) as n from transfers t
         where ${seen} and ${ofArchive} group by t.state) c`,
       )},
       'archives', ${list(
         `${archive("b")} order by b.code`,
         `bodies b where b.id in
         (select side.id from transfers t, unnest(array[t.from_id, t.to_id]) side(id) where ${seen})`,
       )}) as told`,
    [JSON.stringify(reach), state ?? null, of ?? null, before ?? null, waitsFor ?? null],
  );
  const { told } = found[0]!;
  const shown = told.rows.slice(0, transferPage);
  return {
    ...told,
    rows: shown,
    next: told.rows.length > transferPage ? (shown.at(-1)?.number ?? null) : null,
  };
}
