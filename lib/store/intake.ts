import type { Queryable } from "./client";
import { rows, type Reader, type Writer } from "./transaction";

export type ProposalState =
  "analysing" | "unreadable" | "open" | "accepting" | "accepted" | "dropped" | "undoing" | "undone";

export type ProposalRow<S = unknown, P = unknown> = {
  id: string;
  created_by: string;
  created_at: Date;
  file_name: string;
  sha256: string;
  size: number;
  /** How its reader was told to read it. */
  asked: object;
  /** What it would change; null until it was compared. */
  summary: S | null;
  /** Why it cannot be read. */
  problem: P | null;
  /** Parts that were left out when it was accepted, before it was compared anew. */
  left_out: number;
  state: ProposalState;
  accepted_at: Date | null;
  undone_at: Date | null;
};

const columns = `id, created_by, created_at, file_name, sha256, size::float8 as size, asked, summary, problem, left_out,
  state, accepted_at, undone_at`;

export type NewProposal = Pick<ProposalRow, "id" | "sha256" | "size" | "asked"> & {
  createdBy: string;
  createdAt: Date;
  fileName: string;
};

/** @returns false when it is there already: whoever sends twice has sent once. */
export async function insertProposal(tx: Writer, proposal: NewProposal): Promise<boolean> {
  const { id, createdBy, createdAt, fileName, sha256, size, asked } = proposal;
  const written = await tx.$executeRawUnsafe(
    `insert into import_proposals (id, created_by, created_at, file_name, sha256, size, asked)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4, $5, $6::bigint, $7::jsonb) on conflict (id) do nothing`,
    ...[id, createdBy, createdAt, fileName, sha256, size, JSON.stringify(asked)],
  );
  return written === 1;
}

/** Proposals are seen by those who made them and by the other archivists of their archive. */
export const importSeen = `(created_by = $1::uuid or exists (
  select 1 from appointments mine join appointments theirs on theirs.body_id = mine.body_id
  where mine.account_id = $1::uuid and theirs.account_id = import_proposals.created_by
    and mine.role = 'archivist' and theirs.role = 'archivist' and mine.confirmed_at is not null and mine.ended_at is null))`;

export async function findProposal<S, P>(
  db: Queryable,
  accountId: string,
  id: string,
): Promise<ProposalRow<S, P> | null> {
  const { rows: found } = await db.query<ProposalRow<S, P>>(
    `select ${columns} from import_proposals where ${importSeen} and id = $2`,
    [accountId, id],
  );
  return found[0] ?? null;
}

/** For the job that works on it. */
export async function loadProposal<S, P>(db: Queryable, id: string): Promise<ProposalRow<S, P>> {
  const { rows: found } = await db.query<ProposalRow<S, P>>(
    `select ${columns} from import_proposals where id = $1`,
    [id],
  );
  if (!found[0]) throw new Error(`there is no import ${id}`);
  return found[0];
}

/** Imports whose file is being opened, read or compared. */
export async function listReading(db: Queryable): Promise<string[]> {
  const { rows: found } = await db.query<{ id: string }>(
    "select id from import_proposals where state = 'analysing'",
  );
  return found.map(({ id }) => id);
}

export async function listProposals<S, P>(
  db: Queryable,
  accountId: string,
  limit: number,
): Promise<ProposalRow<S, P>[]> {
  const { rows: found } = await db.query<ProposalRow<S, P>>(
    `select ${columns} from import_proposals where ${importSeen} order by created_at desc, id desc limit $2`,
    [accountId, limit],
  );
  return found;
}

export type LockedProposal = {
  state: ProposalState;
  digest: string | null;
  size: number;
  asked: object;
  /** Headings of a table that are to be told, or were. */
  headings: string[] | null;
};

/** Whoever comes second waits here and then finds it settled. */
export async function lockProposal(
  tx: Reader,
  accountId: string,
  id: string,
): Promise<LockedProposal | null> {
  const [found] = await rows<LockedProposal>(
    tx,
    `select json_build_object('state', state, 'digest', summary->>'digest', 'size', size, 'asked', asked, 'headings',
       jsonb_path_query_array(coalesce(problem->'columns', summary->'mapping'->'columns'), '$[*].heading')) as row
     from import_proposals where ${importSeen} and id = $2::uuid for update`,
    accountId,
    id,
  );
  return found ?? null;
}

export type Settling = {
  state: ProposalState;
  summary?: object | null;
  problem?: object | null;
  leftOut?: number;
  asked?: object;
  acceptedAt?: Date;
  undoneAt?: Date;
  /** How many files it has brought now, besides those before; fewer than none where they are gone. */
  filesAdded?: number;
};

/** What is not given stays as it is. */
export async function settleProposal(tx: Writer, id: string, settling: Settling): Promise<void> {
  const { state, summary, problem, leftOut, asked, acceptedAt, undoneAt, filesAdded = 0 } = settling;
  const json = (value: object | null | undefined): string | null =>
    value === undefined ? null : JSON.stringify(value);
  await tx.$executeRawUnsafe(
    `update import_proposals set state = $2,
       summary = case when $3::jsonb is null then summary else nullif($3::jsonb, 'null'::jsonb) end,
       problem = case when $4::jsonb is null then problem else nullif($4::jsonb, 'null'::jsonb) end,
       left_out = coalesce($5::int, left_out), asked = coalesce($6::jsonb, asked),
       accepted_at = coalesce($7::timestamptz, accepted_at), undone_at = coalesce($8::timestamptz, undone_at),
       files_added = files_added + $9::int
     where id = $1::uuid`,
    ...[id, state, json(summary), json(problem), leftOut ?? null, json(asked)],
    ...[acceptedAt ?? null, undoneAt ?? null, filesAdded],
  );
}
