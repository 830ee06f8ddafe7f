import { normaliseReference, parseReference } from "@/lib/archive/reference";

/**
 * Under what a unit is looked up: what is looked up for `АП РК. Ф. 10. Оп. 2` finds a finding aid of that
 * archive with these unitids as well. Each step adds the number of its reference, or its words.
 */
export function keyOfPath(above: string | null, label: string): string {
  const read = parseReference(label);
  const { fonds, inventory, file } = read.ok ? read.value : { fonds: null, inventory: null, file: null };
  const numbers = [fonds, inventory, file].filter((number) => number !== null);
  const own = numbers.length === 1 ? numbers[0]! : label;
  const [step = ""] = normaliseReference({ archive: own, fonds: null, inventory: null, file: null }).split(
    "|",
  );
  return above === null ? step : `${above}|${step}`;
}
