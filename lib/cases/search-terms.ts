import { normaliseReference, parseReference } from "@/lib/archive/reference";
import { searchKey } from "@/lib/names/tokens";

/** What a typed text may mean: stems of a name that must all occur, and a piece of a file's reference. */
export type SearchTerms = { stems: readonly string[]; reference: string | null };

export function readTerms(text: string): SearchTerms {
  const stems = searchKey(text).split(" ").filter(Boolean);
  const read = parseReference(text);
  const parts = read.ok ? read.value : { archive: null, fonds: null, inventory: null, file: text };
  const reference = normaliseReference(parts).replace(/^\|+|\|+$/g, "");
  return { stems, reference: /\d/.test(text) && reference !== "" ? reference : null };
}
