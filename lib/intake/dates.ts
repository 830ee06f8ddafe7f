import { readDate } from "@/lib/archive/dates";
import { remembering } from "@/lib/names/remembering";

export interface DateColumns {
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
}

/** The dates of a register repeat themselves: one decision has many cases. */
const readText = remembering(readDate);

/**
 * What a date of the source means. The text stays as it is; where it says too little, the machine-readable
 * form that a finding aid gives beside it is taken.
 */
export function readDateColumns(text: string, normal = ""): DateColumns {
  const [read, given] = [readText(text), readText(normal)];
  const { edtf, from, to } = read.edtf === null && normal !== "" ? given : read;
  return { date_text: text === "" ? null : text, date_edtf: edtf, date_from: from, date_to: to };
}
