import type { RuleSet } from "@/lib/law/matter";
import { isOpen, type OpenStep } from "@/lib/law/words";
import type { ProceedingShown } from "@/lib/store/proceeding-page";

export type TrackStep = {
  step: OpenStep | "decided" | "proposal";
  state: "done" | "now" | "later";
  who: string | null;
  count: { of: "signed" | "replied"; filled: number; all: number } | null;
};

type Proceeding = Pick<
  ProceedingShown,
  "kind" | "step" | "round" | "author" | "reader" | "owners" | "signatures" | "outcome"
>;

/** The way of this proceeding, each step done, present or still ahead. */
export function stepsOf(p: Proceeding, rules: RuleSet, regional: boolean): TrackStep[] {
  const path = pathOf(p, rules, regional);
  const at = isOpen(p.step)
    ? path.indexOf(p.step)
    : p.step === "granted" || p.step === "refused"
      ? path.length
      : -1;
  const steps = path.map((step, index): TrackStep => ({
    step: step === "study" && p.kind === "declassification" ? "proposal" : step,
    state: index < at ? "done" : index === at ? "now" : "later",
    who:
      step === "study"
        ? shortName(p.author?.name)
        : step === "second_reading"
          ? shortName(p.reader?.name)
          : null,
    count: countOf(p, rules, step),
  }));
  return [
    ...steps,
    { step: "decided", state: at === path.length ? "done" : "later", who: null, count: null },
  ];
}

function pathOf(p: Proceeding, rules: RuleSet, regional: boolean): OpenStep[] {
  if (p.step === "attested" || p.signatures.some((s) => s.slot === "confirm")) return ["attested"];
  if (p.kind === "declassification") return ["study", "second_reading", "owners", "signing"];
  const act: OpenStep[] = rules.requireLegalAct || p.outcome === "already" ? ["legal_act"] : [];
  return [
    "study",
    "second_reading",
    ...(regional ? (["regional"] as const) : []),
    "signing",
    ...act,
    ...(p.step === "court" ? (["court"] as const) : []),
  ];
}

function countOf(p: Proceeding, rules: RuleSet, step: OpenStep): TrackStep["count"] {
  const live = p.signatures.filter((s) => s.voidAt === null && s.question === `decide/${p.round}`);
  const filled = (slots: readonly string[]): number =>
    live.filter((s) => slots.some((slot) => s.slot === slot || s.slot.startsWith(`${slot}:`))).length;
  if (step === "signing")
    return { of: "signed", filled: filled(["member", "chair"]), all: rules.members + 1 };
  if (step === "owners") return { of: "replied", filled: filled(["owner"]), all: p.owners.length };
  return null;
}

/** `Айдос Жүнісов` → `А. Жүнісов`: a step has little room. */
export function shortName(name: string | undefined): string | null {
  if (!name) return null;
  const [first = "", ...rest] = name.split(" ");
  return rest.length > 0 ? `${[...first][0]}. ${rest.at(-1)}` : name;
}
