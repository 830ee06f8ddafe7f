import { rows, type Tx } from "./transaction";

export type ResetRow = {
  id: string;
  accountId: string;
  reason: string;
  proposedBy: string;
  proposer: string;
  at: string;
  closed: boolean;
};

const reading = `select json_build_object('id', r.id, 'accountId', r.account_id, 'reason', r.reason, 'proposedBy', r.proposed_by,
    'proposer', p.name, 'at', r.proposed_at, 'closed', r.closed_at is not null) as row
  from resets r join accounts p on p.id = r.proposed_by where r.account_id = $1::uuid`;

/** A reset of this account by its id, or the one that waits; held until the transaction ends. */
export async function lockReset(
  tx: Pick<Tx, "$queryRawUnsafe">,
  { accountId, reset }: { accountId: string; reset?: string },
): Promise<ResetRow | null> {
  const found = reset
    ? await rows<ResetRow>(tx, `${reading} and r.id = $2::uuid for update of r`, accountId, reset)
    : await rows<ResetRow>(tx, `${reading} and r.closed_at is null for update of r`, accountId);
  return found[0] ?? null;
}

/** What waits for a second administrator. */
export async function findWaitingReset(
  db: Pick<Tx, "$queryRawUnsafe">,
  accountId: string,
): Promise<ResetRow | null> {
  return (await rows<ResetRow>(db, `${reading} and r.closed_at is null`, accountId))[0] ?? null;
}

export async function insertReset(
  tx: Tx,
  {
    id,
    accountId,
    reason,
    proposedBy,
    at,
  }: { id: string; accountId: string; reason: string; proposedBy: string; at: Date },
): Promise<void> {
  await tx.resets.create({
    data: { id, account_id: accountId, reason, proposed_by: proposedBy, proposed_at: at },
    select: { id: true },
  });
}

export async function closeReset(
  tx: Tx,
  { reset, by, confirmed, at }: { reset: string; by: string; confirmed: boolean; at: Date },
): Promise<void> {
  await tx.resets.update({
    where: { id: reset },
    data: { closed_by: by, closed_at: at, confirmed },
    select: { id: true },
  });
}

/** Nothing is signed or confirmed by this person before then. */
export async function coolDown(tx: Tx, accountId: string, until: Date): Promise<void> {
  await tx.accounts.update({
    where: { id: accountId },
    data: { cooling_until: until },
    select: { id: true },
  });
}
