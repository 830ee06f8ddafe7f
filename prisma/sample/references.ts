import type { FondsKey } from "./fonds";

const last = new Map<string, number>();

/** Begin again, for another load by the same process. */
export function restartReferences(): void {
  last.clear();
}

/** The next free number in an inventory; investigative files carry a letter. */
export function nextReference(fonds: FondsKey, inventory: string): string {
  const key = `${fonds}/${inventory}`;
  const first = fonds === "terror" ? 4510 + Number(inventory) * 1700 : 0;
  const number = (last.get(key) ?? first) + 1;
  last.set(key, number);
  return fonds === "terror" ? `П-${number}` : String(number);
}
