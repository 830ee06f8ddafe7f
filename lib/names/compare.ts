import { align } from "@/lib/names/align";
import { explain, type Reason } from "@/lib/names/reasons";
import { nameTokens, readToken, type NameToken } from "@/lib/names/tokens";

/** How alike two names are, from 0 to 1, and what had to be bridged to find them so. */
export type Likeness = { readonly score: number; readonly reasons: readonly Reason[] };

/** What a whole word counts for, and what an initial does. */
const WORD_WEIGHT = 1;
const INITIAL_WEIGHT = 0.5;
/** An initial that fits could still be another name. */
const INITIAL_LIKENESS = 0.9;
/** `Дулат` and `Дулатов`: one has an ending of descent, the other has none. */
const ENDING_MISSING = 0.9;
/** A son's ending against a daughter's: the same family, another person. */
const OTHER_KIN = 0.75;
/** Below this two words have nothing to do with one another. */
const LEAST_LIKENESS = 0.55;
/** What names that are not spelled the same can reach at most. */
const LIKELIEST = 0.99;
/** Words of a name that are looked at; beyond them a name is a sentence. */
const MOST_WORDS = 6;

/**
 * Compares two names, whatever their script and the order of their words: `Байтұрсынұлы Ахмет`, `Байтурсынов
 * А.`, `Baitursynov Akhmet`. Symmetric. 1 only for the same spelling (capitals and spaces apart).
 *
 * A high score says that a clerk could have written one name for the other. It never says that two people are
 * one: a romanised match above all does not, for ә and а, ұ and ү, қ and к fold together there. People are
 * shown side by side with the reasons, and a person decides.
 */
export function compareNames(a: string, b: string): Likeness {
  const [mine, theirs] = [a, b].map((name) => nameTokens(name).slice(0, MOST_WORDS).map(readToken));
  if (!mine?.length || !theirs?.length) return { score: 0, reasons: [] };
  if (spelling(a) === spelling(b)) return { score: 1, reasons: [] };
  const best = bestMatch(mine, theirs, 0, 0);
  const whole = [...mine, ...theirs].reduce((sum, token) => sum + weightOf(token), 0) / 2;
  const reasons = best.pairs.flatMap(([one, two]) => explain(one, two));
  return { score: Math.min(best.gain / whole, LIKELIEST), reasons: distinct(reasons) };
}

type Match = { readonly gain: number; readonly pairs: readonly (readonly [NameToken, NameToken])[] };

/** The pairing of words with the greatest gain; `taken` holds a bit for each of `theirs` already paired. */
function bestMatch(
  mine: readonly NameToken[],
  theirs: readonly NameToken[],
  next: number,
  taken: number,
): Match {
  const token = mine[next];
  if (!token) return { gain: 0, pairs: [] };
  let best = bestMatch(mine, theirs, next + 1, taken);
  for (const [i, other] of theirs.entries()) {
    const likeness = taken & (1 << i) ? 0 : compareTokens(token, other);
    if (likeness === 0) continue;
    const rest = bestMatch(mine, theirs, next + 1, taken | (1 << i));
    const gain = rest.gain + (likeness * (weightOf(token) + weightOf(other))) / 2;
    if (gain > best.gain) best = { gain, pairs: [[token, other], ...rest.pairs] };
  }
  return best;
}

function compareTokens(a: NameToken, b: NameToken): number {
  if (a.initial || b.initial) return a.stem[0]?.code === b.stem[0]?.code ? INITIAL_LIKENESS : 0;
  const longest = Math.max(a.stem.length, b.stem.length);
  const likeness = longest === 0 ? 0 : 1 - align(a.stem, b.stem).cost / longest;
  if (likeness < LEAST_LIKENESS) return 0;
  if (a.kin === b.kin) return likeness;
  return likeness * (a.kin && b.kin ? OTHER_KIN : ENDING_MISSING);
}

const weightOf = (token: NameToken): number => (token.initial ? INITIAL_WEIGHT : WORD_WEIGHT);

const spelling = (name: string): string => name.normalize("NFC").toLowerCase().trim().replace(/\s+/g, " ");

function distinct(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    (reason, i) => reasons.findIndex((r) => r.from === reason.from && r.to === reason.to) === i,
  );
}
