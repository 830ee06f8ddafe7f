import { tidy } from "./ead-text";

/** Levels as AtoM calls them; then other words for the same. */
const LEVELS: Readonly<Record<string, readonly [printed: string, ...others: string[]]>> = {
  archive: ["Archive", "архив", "мұрағат"],
  fonds: ["Fonds", "фонд", "қор"],
  subfonds: ["Subfonds", "sub-fonds"],
  collection: ["Collection", "коллекция"],
  recordgrp: ["Record group"],
  subgrp: ["Subgroup", "sub-group"],
  class: ["Class"],
  series: ["Series", "серия"],
  subseries: ["Subseries", "sub-series"],
  inventory: ["Inventory", "опись", "тізімдеме"],
  file: ["File", "дело", "іс"],
  item: ["Item", "документ", "құжат"],
  component: [""],
};

const known: ReadonlyMap<string, string> = new Map(
  Object.entries(LEVELS).flatMap(([level, names]) =>
    [level, ...names].map((name) => [name.toLowerCase(), level]),
  ),
);

/** The level that a word of the table means; any other word is a level of its own. */
export function levelOf(cell: string): string {
  const word = tidy(cell);
  return known.get(word.toLowerCase()) ?? word;
}

export function printLevel(level: string): string {
  return LEVELS[level]?.[0] ?? level;
}
