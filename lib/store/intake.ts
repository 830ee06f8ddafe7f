import type { Queryable } from "./client";
import { rows, type Tx } from "./transaction";

export type ProposalRow = {
  id: string;
  created_by: string;
  created_at: Date;
  file_name: string;
  sha256: string;
  kind: string;
  summary: unknown;
  state: "open" | "accepted" | "dropped";
  accepted_at: Date | null;
};

const columns = "id, created_by, created_at, file_name, sha256, kind, summary, state, accepted_at";

export type NewProposal = {
  id: string;
  createdBy: string;
  createdAt: Date;
  fileName: string;
  sha256: string;
  kind: string;
  summary: object;
  /** The file itself, packed: it is read again when it is accepted. */
  packed: string;
};

export async function insertProposal(db: Queryable, proposal: NewProposal): Promise<void> {
  const { id, createdBy, createdAt, fileName, sha256, kind, summary, packed } = proposal;
  await db.query(
    `insert into import_proposals (id, created_by, created_at, file_name, sha256, kind, summary, payload)
     values ($1, $2, $3, $4, $5, $6, $7, jsonb_build_object('gzip', $8::text))`,
    [id, createdBy, createdAt, fileName, sha256, kind, JSON.stringify(summary), packed],
  );
}

/** Proposals are seen by those who made them and by the other archivists of their archive. */
const seen = `(created_by = $1 or exists (
  select 1 from appointments mine join appointments theirs on theirs.body_id = mine.body_id
  where mine.account_id = $1 and theirs.account_id = import_proposals.created_by
    and mine.role = 'archivist' and theirs.role = 'archivist' and mine.confirmed_at is not null and mine.ended_at is null))`;

export async function findProposal(
  db: Queryable,
  accountId: string,
  id: string,
): Promise<ProposalRow | null> {
  const { rows: found } = await db.query<ProposalRow>(
    `select ${columns} from import_proposals where ${seen} and id = $2`,
    [accountId, id],
  );
  return found[0] ?? null;
}

export async function listProposals(db: Queryable, accountId: string, limit: number): Promise<ProposalRow[]> {
  const { rows: found } = await db.query<ProposalRow>(
    `select ${columns} from import_proposals where ${seen} order by created_at desc, id desc limit $2`,
    [accountId, limit],
  );
  return found;
}

export type ProposalFile = Pick<ProposalRow, "file_name" | "summary"> & { gzip: string | null };

/** The file of a proposal; it is kept until the proposal is decided. */
export async function findProposalFile(
  db: Queryable,
  accountId: string,
  id: string,
): Promise<ProposalFile | null> {
  const { rows: found } = await db.query<ProposalFile>(
    `select file_name, summary, payload->>'gzip' as gzip from import_proposals
     where ${seen} and id = $2 and state = 'open'`,
    [accountId, id],
  );
  return found[0] ?? null;
}

export type LockedProposal = {
  fileName: string;
  state: ProposalRow["state"];
  summary: unknown;
  gzip: string | null;
};

/** Whoever comes second waits here and then finds it settled. */
export async function lockProposal(tx: Tx, accountId: string, id: string): Promise<LockedProposal | null> {
  const [found] = await rows<LockedProposal>(
    tx,
    `select json_build_object('fileName', file_name, 'state', state, 'summary', summary, 'gzip', payload->>'gzip') as row
     from import_proposals where ${seen.replaceAll("$1", "$1::uuid")} and id = $2::uuid for update`,
    accountId,
    id,
  );
  return found ?? null;
}

/** What has been decided keeps its summary; the file itself is no longer needed. */
export async function settleProposal(
  tx: Tx,
  id: string,
  state: "accepted" | "dropped",
  at: Date,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update import_proposals set state = $2, payload = '{}', accepted_at = case when $2 = 'accepted' then $3::timestamptz end
     where id = $1::uuid`,
    id,
    state,
    at,
  );
}

/** The database has moved on since the proposal was shown. */
export async function reviseProposal(tx: Tx, id: string, summary: object): Promise<void> {
  await tx.$executeRawUnsafe(
    "update import_proposals set summary = $2::jsonb where id = $1::uuid",
    id,
    JSON.stringify(summary),
  );
}
