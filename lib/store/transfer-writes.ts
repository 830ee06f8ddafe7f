import type { TransferReason } from "@/lib/law/transferring";
import { newId } from "./id";
import type { Amount, ItemSaid, TransferAct, VersionSaid } from "./transfers";
import { rows, type Tx } from "./transaction";

/** Held until the transaction ends: who works on one transfer comes one after the other. */
export async function lockTransfer(tx: Tx, id: string): Promise<void> {
  await rows(
    tx,
    "select to_json(pg_advisory_xact_lock(hashtextextended('transfer ' || $1, 0))::text) as row",
    id,
  );
}

export type NewTransfer = { id: string; fromId: string; toId: string; ownNumber: string | null };

/** Its number, or null where the archive has given its own number to another transfer. */
export async function insertTransfer(tx: Tx, wanted: NewTransfer): Promise<number | null> {
  const found = await rows<number>(
    tx,
    `insert into transfers (id, from_id, to_id, own_number) values ($1::uuid, $2::uuid, $3::uuid, $4)
     on conflict do nothing returning to_json(number) as row`,
    wanted.id,
    wanted.fromId,
    wanted.toId,
    wanted.ownNumber,
  );
  return found[0] ?? null;
}

export async function insertVersion(
  tx: Tx,
  {
    id,
    version,
    said,
    items,
  }: { id: string; version: number; said: VersionSaid; items: readonly ItemSaid[] },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into transfer_versions (transfer_id, version, title, basis, due) values ($1::uuid, $2, $3, $4, $5::date)`,
    id,
    version,
    said.title,
    said.basis,
    said.due,
  );
  await tx.$executeRawUnsafe(
    `insert into transfer_items (transfer_id, version, nth, fonds, inventories, title, files, sheets, materials)
     select $1::uuid, $2, i.nth, i.fonds, i.inventories, i.title, i.files, i.sheets, i.materials
     from jsonb_to_recordset($3::jsonb) as i(nth int, fonds text, inventories text, title text, files int, sheets int, materials int)`,
    id,
    version,
    JSON.stringify(items.map((item, at) => ({ ...item, nth: at + 1 }))),
  );
}

export type NewStep = {
  transferId: string;
  nth: number;
  act: TransferAct;
  version: number;
  by: string;
  bodyId: string;
  at: Date;
  reason: { code: TransferReason; text: string } | null;
  hash: string;
  counts: readonly (Amount & { nth: number; note: string | null })[];
};

/** The step itself, which moves the transfer, and what was counted with it. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  const id = newId();
  await tx.$executeRawUnsafe(
    `insert into transfer_steps (id, transfer_id, nth, act, version, by_id, body_id, at, reason_code, reason_text, hash)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::uuid, $8::timestamptz, $9, $10, $11)`,
    id,
    step.transferId,
    step.nth,
    step.act,
    step.version,
    step.by,
    step.bodyId,
    step.at,
    step.reason?.code ?? null,
    step.reason?.text ?? null,
    step.hash,
  );
  if (step.counts.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into transfer_counts (step_id, transfer_id, version, nth, files, sheets, materials, note)
     select $1::uuid, $2::uuid, $3, c.nth, c.files, c.sheets, c.materials, c.note
     from jsonb_to_recordset($4::jsonb) as c(nth int, files int, sheets int, materials int, note text)`,
    id,
    step.transferId,
    step.version,
    JSON.stringify(step.counts),
  );
}
