import { normaliseReference, parseReference } from "@/lib/archive/reference";

/** What a typed text may mean: words of a name, and a piece of a file's reference. */
export type SearchTerms = { name: string | null; reference: string | null };

export function readTerms(text: string): SearchTerms {
  const read = parseReference(text);
  const parts = read.ok ? read.value : { archive: null, fonds: null, inventory: null, file: text };
  const reference = normaliseReference(parts).replace(/^\|+|\|+$/g, "");
  const numbered = /\d/.test(text);
  // «Ф. 10. Оп. 2» has no name in it, «Ахметов 1897» has.
  return {
    name: numbered && read.ok ? null : text,
    reference: numbered && reference !== "" ? reference : null,
  };
}
