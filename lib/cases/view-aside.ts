import type { RuleSet } from "@/lib/law/matter";
import { slotStep } from "@/lib/law/slots";
import type { Slot } from "@/lib/law/words";
import type { Named } from "@/lib/store/case-page";
import type { ProceedingShown, SignatureShown } from "@/lib/store/proceeding-page";

export type AsidePlace = {
  key: string;
  slot: string;
  owner: Named | null;
  state: "filled" | "mine" | "open";
  signature: SignatureShown | null;
  /** It is this place's turn now. */
  turn: boolean;
  assigned: string | null;
};

/** The places of the decision in the order in which they are filled, each with its live signature. */
export function asidePlaces(
  p: ProceedingShown,
  rules: RuleSet,
  regional: boolean,
  mine: string | null,
): AsidePlace[] {
  const live = p.signatures.filter((s) => s.voidAt === null && s.question === `decide/${p.round}`);
  const attested = p.step === "attested" || live.some((s) => s.slot === "confirm");
  const members = Array.from({ length: rules.members }, (_, i) => `member:${i + 1}`);
  const act = p.kind === "rehabilitation" && (rules.requireLegalAct || p.outcome === "already");
  const keys = attested
    ? ["confirm"]
    : [
        "reader",
        ...p.owners.map((owner) => `owner:${owner.id}`),
        ...(regional ? ["regional"] : []),
        ...members,
        "chair",
        ...(act ? ["act"] : []),
        ...(p.step === "court" ? ["court"] : []),
      ];
  let given = false;
  return keys.map((key): AsidePlace => {
    const slot = key.split(":", 1)[0] as Slot;
    const signature = live.find((s) => s.slot === key) ?? null;
    const own = !signature && !given && mine !== null && (key === mine || slot === mine);
    given ||= own;
    return {
      key,
      slot: key,
      owner: p.owners.find((owner) => key === `owner:${owner.id}`)?.name ?? null,
      state: signature ? "filled" : own ? "mine" : "open",
      signature,
      turn: slotStep[slot] === p.step,
      assigned: slot === "reader" ? (p.reader?.name ?? null) : null,
    };
  });
}
