import { compareNames } from "@/lib/names/compare";
import { nameTokens } from "@/lib/names/tokens";
import type { PersonRow } from "@/lib/store/persons";
import type { LikePerson } from "./view";

/** Below this the words that were typed have too little in common with a name to be worth a look. */
export const leastFit = 0.72;

/** How a person's names answer one that was asked for: the likest of them, and what had to be bridged. */
export function likenessOf(
  person: PersonRow,
  name: string,
  born: { from: string | null; to: string | null },
): LikePerson {
  const spellings = [person.name, ...person.variants].map((text) => {
    const likeness = compareNames(name, text);
    return { text, ...likeness, fit: fitOf(name, text, likeness.score) };
  });
  const [main] = spellings;
  const likest = spellings.reduce((a, b) => (b.score > a.score ? b : a));
  // The name itself tells more than a variant that happens to be spelled the same.
  const best = main && main.fit >= leastFit ? main : likest;
  const { from, to } = born;
  const excluded = Boolean(
    (to && person.birthFrom && to < person.birthFrom) || (from && person.birthTo && from > person.birthTo),
  );
  return {
    id: person.id,
    name: person.name,
    matched: best.text,
    reasons: [...best.reasons],
    score: best.score,
    fit: best.fit,
    birthText: person.birthText,
    birthPlace: person.birthPlace,
    otherYear: excluded,
    cases: person.cases.map(({ id, stage, dateText }) => ({ id, stage, dateText })),
  };
}

/** How much of the shorter name the other one holds: somebody who types a surname alone wants all who bear it. */
function fitOf(a: string, b: string, score: number): number {
  const [mine, theirs] = [nameTokens(a).length, nameTokens(b).length];
  return Math.min(1, (score * (mine + theirs)) / 2 / Math.max(1, Math.min(mine, theirs)));
}
