import { slots, type OpenStep, type Slot } from "./words";

/** Where a slot's signature belongs: a return to this step or an earlier one voids it. */
export const slotStep: Record<Slot, OpenStep | null> = {
  confirm: "attested",
  reader: "second_reading",
  owner: "owners",
  regional: "regional",
  member: "signing",
  chair: "signing",
  act: "legal_act",
  court: "court",
  reopen_member: null,
  reopen_chair: null,
  correct_second: null,
  correct_chair: null,
};

/** The slot of a stored key: `member:2` is `member`, `owner:<agency>` is `owner`. Throws on an unknown key. */
export function slotOf(key: string): Slot {
  const name = key.split(":", 1)[0];
  const slot = slots.find((s) => s === name);
  if (!slot) throw new Error(`unknown slot ${JSON.stringify(key)}`);
  return slot;
}
