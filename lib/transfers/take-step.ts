import { snapshotOf, type Desk } from "@/lib/accounts/act";
import type { Actor } from "@/lib/law/actor";
import {
  judgeTransfer,
  type TransferMatter,
  type TransferRefusal,
  type TransferRuling,
  type TransferWork,
} from "@/lib/law/transferring";
import { hashOf } from "@/lib/ledger/canonical";
import type { Json, Payload } from "@/lib/ledger/entry";
import { done, refused, type Result } from "@/lib/result";
import { append } from "@/lib/store/events";
import { transferReach } from "@/lib/store/transfer-reach";
import { insertStep, lockTransfer, type NewStep } from "@/lib/store/transfer-writes";
import { loadTransfer, type TransferRow, type VersionRow } from "@/lib/store/transfers";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { statementOf } from "./statement";

export type TransferResult = Result<{ id: string }, TransferRefusal>;

/** What a step is taken on: the transfer as it is, and the version that the step is of. */
export type Taken = {
  transfer: Pick<TransferRow, "id" | "number" | "ownNumber"> & { fromId: string; toId: string };
  said: VersionRow;
  /** How many steps came before. */
  steps: number;
} & Pick<NewStep, "reason" | "counts">;

export type StepOrder = {
  work: TransferWork;
  id: string;
  shown: number;
  /** Between whom, where the transfer comes into being with this step. */
  begins?: { fromId: string; toId: string };
  /** The answer where this very step was taken before: the same form, sent twice. */
  repeated?: (held: TransferRow) => boolean;
  /** Gives what the step covers, having written what belongs to it; or what is wrong with the input. */
  prepare: (tx: Tx, held: TransferRow | null) => Promise<Taken | TransferResult>;
};

/** Guard, step and history of one step of a transfer, in one transaction. */
export function takeStep(desk: Desk, actor: Actor, order: StepOrder): Promise<TransferResult> {
  return inTransaction(desk.prisma, (tx) => takeStepIn(tx, desk, actor, order));
}

/** The same within a transaction that takes several. */
export async function takeStepIn(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  order: StepOrder,
): Promise<TransferResult> {
  await lockTransfer(tx, order.id);
  const held = await loadTransfer(tx, transferReach(actor), order.id);
  if (held && order.repeated?.(held)) return done({ id: order.id });
  const ruling = judgeTransfer(matterOf(order, actor, held));
  if (!ruling.granted) return refuseStep(tx, desk, actor, { order, held, ruling });
  const taken = await order.prepare(tx, held);
  if ("ok" in taken) return taken;
  await writeStep(tx, desk, actor, { order, held, ruling, taken });
  return done({ id: order.id });
}

function matterOf(order: StepOrder, actor: Actor, held: TransferRow | null): TransferMatter {
  const begun = order.begins && {
    ...{ ...order.begins, state: "none" as const, steps: 0, shown: order.shown, announcers: [] },
  };
  return {
    work: order.work,
    actor: { id: actor.accountId, offices: actor.offices },
    transfer: held
      ? {
          ...{ fromId: held.from.id, toId: held.to.id, state: held.state },
          ...{ steps: held.steps.length, shown: order.shown },
          announcers: held.steps.filter(({ act }) => act === "announce").map(({ by }) => by.id),
        }
      : (begun ?? null),
  };
}

type Refused = {
  order: StepOrder;
  held: TransferRow | null;
  ruling: Extract<TransferRuling, { granted: false }>;
};

async function refuseStep(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { order, held, ruling: { refusal } }: Refused,
): Promise<TransferResult> {
  // What a person may not see answers as what is not there, and leaves no trace of having been asked for.
  if (refusal.condition !== "transferThere") {
    const about = { transfer: held?.id ?? null };
    const payload: Payload = { kind: "refusal", act: order.work, ...refusal, about };
    const who = snapshotOf(actor, actor.offices[0] ?? null);
    await append(tx, [{ at: desk.clock(), sample: desk.sample === true, actor: who, payload }]);
  }
  return refused(refusal);
}

type Granted = {
  order: StepOrder;
  held: TransferRow | null;
  ruling: Extract<TransferRuling, { granted: true }>;
  taken: Taken;
};

async function writeStep(tx: Tx, desk: Desk, actor: Actor, granted: Granted): Promise<void> {
  const { order, held, ruling, taken } = granted;
  const { transfer, said, steps, reason, counts } = taken;
  const at = desk.clock();
  const act = order.work.replace("_transfer", "") as NewStep["act"];
  const step = {
    ...{ nth: steps + 1, act, version: said.version, bodyId: ruling.office.bodyId },
    ...{ by: actor.accountId, reason, counts: [...counts] },
  };
  const statement = statementOf({ transfer, said, step: { ...step, at: at.toISOString() } });
  const sha256 = hashOf(statement);
  await insertStep(tx, { ...step, transferId: order.id, at, hash: sha256 });
  const facts: { [key: string]: Json } = {
    ...{ number: transfer.number, version: said.version, from: held?.state ?? "none", to: ruling.to },
    ...{ sha256, statement, ...(reason && { reason: { code: reason.code, text: reason.text } }) },
  };
  const payload: Payload = {
    ...{ kind: "work", work: order.work, article: ruling.article, about: { transfer: order.id }, facts },
  };
  const who = snapshotOf(actor, ruling.office);
  await append(tx, [{ at, sample: desk.sample === true, actor: who, payload }]);
}
