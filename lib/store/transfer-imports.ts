import type { TransferState } from "@/lib/law/transferring";
import { importSeen, type ProposalState } from "./intake";
import { rows, type Reader, type Writer } from "./transaction";

export type LinkedImport = {
  state: ProposalState;
  fileName: string;
  sha256: string;
  transferId: string | null;
  /** Of which its maker is archivist. */
  archives: string[];
};

const linked = `json_build_object('state', state, 'fileName', file_name, 'sha256', sha256, 'transferId', transfer_id,
  'archives', (select coalesce(json_agg(distinct body_id), '[]') from appointments
    where account_id = created_by and role = 'archivist' and confirmed_at is not null))`;
const ofImport = `select ${linked} as row from import_proposals where ${importSeen} and id = $2::uuid`;

/** An import that this person may see, with the transfer to which it belongs. */
export const findLinked = async (db: Reader, accountId: string, id: string): Promise<LinkedImport | null> =>
  (await rows<LinkedImport>(db, ofImport, accountId, id))[0] ?? null;

/** The same, which nobody else changes meanwhile. */
export const lockLinked = async (tx: Reader, accountId: string, id: string): Promise<LinkedImport | null> =>
  (await rows<LinkedImport>(tx, `${ofImport} for update`, accountId, id))[0] ?? null;

export async function setTransfer(tx: Writer, id: string, transferId: string | null): Promise<void> {
  await tx.$executeRawUnsafe(
    "update import_proposals set transfer_id = $2::uuid where id = $1::uuid",
    id,
    transferId,
  );
}

export type TransferChoice = { id: string; number: number; title: string; state: TransferState | "none" };

/** Of which something has come to these archives, the newest first, without those that this person announced. */
export function listChoices(
  db: Reader,
  accountId: string,
  archives: readonly string[],
  states: readonly TransferState[],
): Promise<TransferChoice[]> {
  return rows(
    db,
    `select json_build_object('id', t.id, 'number', t.number, 'title', v.title, 'state', t.state) as row
     from transfers t join transfer_versions v on v.transfer_id = t.id and v.version = t.version
     where t.to_id in (select a.id::uuid from jsonb_array_elements_text($2::jsonb) a(id))
       and t.state in (select s.name from jsonb_array_elements_text($3::jsonb) s(name))
       and not exists (select from transfer_steps s where s.transfer_id = t.id and s.act = 'announce' and s.by_id = $1::uuid)
     order by t.number desc limit 200`,
    accountId,
    JSON.stringify(archives),
    JSON.stringify(states),
  );
}

export type ImportListed = {
  id: string;
  fileName: string;
  state: ProposalState;
  /** Files that it has brought so far. */
  files: number;
  /** May this person see it? */
  seen: boolean;
};

/** Imports that belong to a transfer, the oldest first; one that was declined or undone only where something of it is there. */
export const listImports = (db: Reader, accountId: string, transferId: string): Promise<ImportListed[]> =>
  rows(
    db,
    `select json_build_object('id', id, 'fileName', file_name, 'state', state, 'files', files_added, 'seen', ${importSeen}) as row
     from import_proposals where transfer_id = $2::uuid
       and (state not in ('dropped', 'undone') or files_added > 0)
     order by created_at, id`,
    accountId,
    transferId,
  );
