import type { FondsKey } from "../fonds";
import { episodes, type EpisodeName } from "../episodes";

/** Files of one inventory: as many as lie in a real one. */
export const INVENTORY = 4000;

export type Shelf = {
  archive: string;
  fonds: string;
  inventory: string;
  /** The letter before the numbers of investigative files. */
  mark: string;
  /** Kinds of repression whose papers lie here. */
  kinds: readonly EpisodeName[];
};

const archives = ["ЦГА НПА", "СА ДП Ал.", "СА ДП Кар.", "ГАИО", "ГА СКО", "СГА КНБ"];
const numbers: Record<FondsKey, string> = {
  terror: "1", settlers: "2", confiscation: "3", rising: "4", alzhir: "5", december: "6", okrug: "12", lishentsy: "15",
}; // prettier-ignore

/** Which fonds an inventory belongs to: most are of the years of terror. */
const turns: readonly FondsKey[] = [
  "terror", "terror", "terror", "confiscation", "terror", "settlers", "terror", "okrug", "terror", "alzhir", "rising",
]; // prettier-ignore

/** The shelf of the nth file: archives hand over inventory after inventory. */
export function shelfOf(nth: number): Shelf & { number: string } {
  const inventory = Math.floor(nth / INVENTORY);
  const fonds = turns[inventory % turns.length]!;
  const mark = fonds === "terror" ? "П-" : "";
  return {
    archive: archives[Math.floor(inventory / turns.length) % archives.length]!,
    fonds: numbers[fonds],
    inventory: String(inventory + 1),
    mark,
    kinds: (Object.keys(episodes) as EpisodeName[]).filter((name) => episodes[name].fonds === fonds),
    number: `${mark}${(nth % INVENTORY) + 1}`,
  };
}
