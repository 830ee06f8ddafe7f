import type { Actor } from "@/lib/law/actor";
import { law } from "@/lib/law/law";
import type { OpenAct } from "@/lib/law/open-to";
import type { ProceedingKind, Step } from "@/lib/law/words";

/** One place of a decision, in the order in which the places are filled. */
export type Place = { slot: string; filled: boolean; mine: boolean };

type Subject = {
  kind: ProceedingKind;
  step: Step;
  filled: readonly string[];
  owners: number;
  members: number;
  regional: boolean;
};

/**
 * The places of a decision: author, second reader, owners or regional commission, members, chair. `mine` is the
 * first empty one of `slot`, where it is the reader's to fill.
 */
export function placesOf(subject: Subject, mine: string | null): Place[] {
  const { kind, step, filled } = subject;
  if (step === "attested") return [place("confirm", filled.includes("confirm"), mine)];
  const has = (slot: string): number => filled.filter((f) => f === slot || f.startsWith(`${slot}:`)).length;
  const several = (slot: string, count: number): Place[] =>
    Array.from({ length: count }, (_, i) => place(slot, i < has(slot), i === has(slot) ? mine : null));
  const places = [
    { slot: "author", filled: step !== "study", mine: step === "study" && mine === "author" },
    place("reader", has("reader") > 0, mine),
    ...(kind === "declassification" ? several("owner", subject.owners) : []),
    ...(subject.regional ? [place("regional", has("regional") > 0, mine)] : []),
    ...several("member", subject.members),
    place("chair", has("chair") > 0, mine),
  ];
  return places;
}

const place = (slot: string, filled: boolean, mine: string | null): Place => ({
  slot,
  filled,
  mine: !filled && mine === slot,
});

/** Whose turn it is after the first empty place, or null where it is the last one. */
export function nextAfter(places: readonly Place[]): string | null {
  const open = places.filter((p) => !p.filled);
  return open[1]?.slot ?? null;
}

/** The slot that an open act of this person would fill, so that the place beside the page says "you". */
export function mySlot(acts: readonly OpenAct[], { offices }: Pick<Actor, "offices">): string | null {
  const open = acts.find((act) => act.signs && act.unmet.length === 0);
  const row = law.find((one) => one.article === open?.article);
  if (!row?.slot) return null;
  const agency = offices.find((o) => o.role === "representative")?.bodyId;
  return row.slot === "owner" ? `owner:${agency}` : row.slot;
}
