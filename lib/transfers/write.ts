import type { z } from "zod";
import type { Desk } from "@/lib/accounts/act";
import type { Actor } from "@/lib/law/actor";
import type { TransferWork } from "@/lib/law/transferring";
import { hashOf } from "@/lib/ledger/canonical";
import { badInput } from "@/lib/result";
import { insertTransfer, insertVersion } from "@/lib/store/transfer-writes";
import { listArchives, type ItemSaid, type TransferRow, type VersionRow } from "@/lib/store/transfers";
import type { Tx } from "@/lib/store/transaction";
import type { announcement, announcementAgain, counted, reasoned, step } from "./schema";
import { takeStep, type StepOrder, type Taken, type TransferResult } from "./take-step";

export type Announcement = z.output<typeof announcement>;

/** Announces a transfer to another archive (P20). The same form sent twice is one transfer. */
export function announceTransfer(desk: Desk, actor: Actor, wanted: Announcement): Promise<TransferResult> {
  return takeStep(desk, actor, announcementOrder(actor, wanted));
}

/** An announcement as a step: one of a form, or one of many of a table. */
export function announcementOrder(actor: Actor, wanted: Announcement): StepOrder {
  const { id, fromId, toId, ownNumber } = wanted;
  const said = versionOf(1, wanted);
  return {
    ...{ work: "announce_transfer", id, shown: 0, begins: { fromId, toId } },
    repeated: (held) =>
      held.steps[0]?.by.id === actor.accountId &&
      held.from.id === fromId &&
      held.to.id === toId &&
      held.ownNumber === ownNumber &&
      hashOf(held.versions[0]!) === hashOf(said),
    prepare: async (tx) => {
      const isArchive = (await listArchives(tx)).some((one) => one.id === toId);
      if (!isArchive) return badInput({ toId: "invalid" });
      const number = await insertTransfer(tx, { id, fromId, toId, ownNumber });
      if (number === null) return badInput({ ownNumber: "numberTaken" });
      await insertVersion(tx, { id, version: 1, said, items: said.items });
      return { transfer: { id, number, ownNumber, fromId, toId }, said, steps: 0, reason: null, counts: [] };
    },
  };
}

/** Announces one that was returned as its next version (P20): what was announced before stays readable. */
export function announceAgain(
  desk: Desk,
  actor: Actor,
  { id, shown, ...wanted }: z.output<typeof announcementAgain>,
): Promise<TransferResult> {
  return takeStep(desk, actor, {
    ...{ work: "announce_transfer", id, shown },
    prepare: async (tx, held) => {
      const said = versionOf(held!.version + 1, wanted);
      await insertVersion(tx, { id, version: said.version, said, items: said.items });
      return { ...takenOf(held!), said };
    },
  });
}

type Said = Pick<Announcement, "title" | "basis" | "due"> & { items: readonly ItemSaid[] };

function versionOf(version: number, { title, basis, due, items }: Said): VersionRow {
  return { version, title, basis, due, items: items.map((item, at) => ({ ...item, nth: at + 1 })) };
}

function takenOf(held: TransferRow): Taken {
  const { id, number, ownNumber, from, to, versions, version, steps } = held;
  return {
    transfer: { id, number, ownNumber, fromId: from.id, toId: to.id },
    said: versions.find((one) => one.version === version)!,
    ...{ steps: steps.length, reason: null, counts: [] },
  };
}

/** A step that adds nothing to what was announced but what it says itself. */
const onWhatIsThere =
  (change: (taken: Taken) => Partial<Taken> | TransferResult) =>
  (_: Tx, held: TransferRow | null): Promise<Taken | TransferResult> => {
    const taken = takenOf(held!);
    const changed = change(taken);
    return Promise.resolve("ok" in changed ? changed : { ...taken, ...changed });
  };

function withReason(work: TransferWork) {
  return (
    desk: Desk,
    actor: Actor,
    { id, shown, reasonCode, reasonText }: z.output<typeof reasoned>,
  ): Promise<TransferResult> =>
    takeStep(desk, actor, {
      ...{ work, id, shown },
      prepare: onWhatIsThere(() => ({ reason: { code: reasonCode, text: reasonText } })),
    });
}

/** Takes back what was announced, or what was returned and will not be announced again (P21). */
export const withdrawTransfer = withReason("withdraw_transfer");
/** Sends back what was checked, with what is wrong with it (P25). */
export const returnTransfer = withReason("return_transfer");

function withCounts(work: TransferWork) {
  return (
    desk: Desk,
    actor: Actor,
    { id, shown, counts }: z.output<typeof counted>,
  ): Promise<TransferResult> =>
    takeStep(desk, actor, {
      ...{ work, id, shown },
      prepare: onWhatIsThere(({ said }) => {
        const wanted = said.items.map(({ nth }) => nth).join();
        return counts.map(({ nth }) => nth).join() === wanted ? { counts } : badInput({ counts: "invalid" });
      }),
    });
}

/** Takes over what came, counted as it came (P22). */
export const receiveTransfer = withCounts("receive_transfer");
/** Counts it against the inventories (P23). */
export const checkTransfer = withCounts("check_transfer");

/** Accepts what was checked (P24): the act of transfer is then final. */
export function acceptTransfer(
  desk: Desk,
  actor: Actor,
  { id, shown }: z.output<typeof step>,
): Promise<TransferResult> {
  return takeStep(desk, actor, { work: "accept_transfer", id, shown, prepare: onWhatIsThere(() => ({})) });
}
