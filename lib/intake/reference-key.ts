import { normaliseReference, type Reference } from "@/lib/archive/reference";
import { remembering } from "@/lib/names/remembering";

type Parts = Omit<Reference, "sheets">;

const ofText = remembering((text) => normaliseReference(JSON.parse(text) as Parts));

/** What a unit is known by: all spellings of one reference have the same. The rows of a file ask for it again and again. */
export const referenceKey = ({ archive, fonds, inventory, file }: Parts): string =>
  ofText(JSON.stringify({ archive, fonds, inventory, file }));
