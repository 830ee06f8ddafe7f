import type { Twig, UnitContent } from "./unit-record";

/** How much each part of a description says about two units being one. */
const WEIGHTS = { title: 3, below: 4, dateText: 1, extent: 1, container: 2, rest: 1 } as const;

type Twiglet = Twig<UnitContent>;

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Dice's coefficient over words: 1 for the same words, 0 for none in common. */
function shareWords(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function restOf({ unit }: Twiglet): string {
  const { container: _, dateNormal: __, ...rest } = unit.description;
  return Object.keys(rest).length === 0 ? "" : JSON.stringify(Object.entries(rest).sort());
}

/** How alike two units are, from 0 to 1, by what is written in them and what hangs below them. */
export function measureLikeness(a: Twiglet, b: Twiglet): number {
  if (a.tree === b.tree) return 1;
  let weight = 0;
  let alike = 0;
  const weigh = (part: number, left: string, right: string, share: number): void => {
    if (left === "" && right === "") return;
    weight += part;
    alike += part * share;
  };
  const same = (part: number, left: string, right: string): void =>
    weigh(part, left, right, left === right ? 1 : 0);
  weigh(WEIGHTS.title, a.unit.title, b.unit.title, shareWords(a.unit.title, b.unit.title));
  same(WEIGHTS.below, a.below, b.below);
  same(WEIGHTS.dateText, a.unit.dateText, b.unit.dateText);
  same(WEIGHTS.extent, a.unit.extent, b.unit.extent);
  same(WEIGHTS.container, a.unit.description.container ?? "", b.unit.description.container ?? "");
  same(WEIGHTS.rest, restOf(a), restOf(b));
  return weight === 0 ? 0 : alike / weight;
}
