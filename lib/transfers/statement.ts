import type { Json } from "@/lib/ledger/entry";
import type { TransferStepRow, VersionRow } from "@/lib/store/transfers";

export type Stated = {
  transfer: { id: string; number: number; ownNumber: string | null; fromId: string; toId: string };
  said: VersionRow;
  step: Omit<TransferStepRow, "by" | "hash"> & { by: string };
};

/**
 * What a step of a transfer covers, as one canonical document: between whom, what was announced, under which basis,
 * and what was counted or why it went back. Its SHA-256 stands in the step, in the history and on the act, and can be
 * made again from the tables alone.
 */
export function statementOf({ transfer, said, step }: Stated): Json {
  const { title, basis, due, items, version } = said;
  const { act, by, bodyId, at, counts, reason } = step;
  return {
    ...{ act, by, body: bodyId, at: new Date(at).toISOString(), version },
    transfer: transfer.id,
    ...{ number: transfer.number, ownNumber: transfer.ownNumber, from: transfer.fromId, to: transfer.toId },
    ...{ title, basis, due },
    items: items.map(({ nth, fonds, inventories, title: of, files, sheets, materials }) => ({
      ...{ nth, fonds, inventories, title: of, files, sheets, materials },
    })),
    counts: counts.map(({ nth, files, sheets, materials, note }) => ({
      nth,
      files,
      sheets,
      materials,
      note,
    })),
    reason: reason && { code: reason.code, text: reason.text },
  };
}
