/**
 * Sounds that clerks and scripts take for one another, at less than the price of a different letter: Kazakh
 * vowels heard by a Russian ear (Сәкен, Секен; Бөкейхан, Букейхан; Жүсіп, Жусуп), ш for ч (Шоқан, Чокан), қ
 * for х (Қазақ, Казах), voiced for voiceless, Latin w.
 */
const NEAR = new Set(
  [
    "ao",
    "ae",
    "ou",
    "iu",
    "ie",
    "eo",
    "kx",
    "gk",
    "gx",
    "chsh",
    "ij",
    "jz",
    "sz",
    "bp",
    "dt",
    "fv",
    "uv",
    "bv",
    "jch",
  ].flatMap((pair) => {
    const [a = "", b = ""] = pair.match(/[sc]h|./g) ?? [];
    return [a + "|" + b, b + "|" + a];
  }),
);

const NEAR_COST = 0.4;
/** й and х are often left out or put in (Ибраһим, Ибраим). */
const WEAK = new Set(["i", "x"]);
const WEAK_COST = 0.5;

/** What it costs that one sound stands for another, or for none: from 0 (the same) to 1. */
export function costOf(a: string | null, b: string | null): number {
  if (a !== null && b !== null) return a === b ? 0 : NEAR.has(`${a}|${b}`) ? NEAR_COST : 1;
  return WEAK.has(a ?? b ?? "") ? WEAK_COST : 1;
}
