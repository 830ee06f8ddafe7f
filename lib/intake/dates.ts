import { readDate } from "@/lib/archive/dates";

export interface DateColumns {
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
}

/**
 * What a date of the source means. The text stays as it is; where it says too little, the machine-readable
 * form that a finding aid gives beside it is taken.
 */
export function readDateColumns(text: string, normal = ""): DateColumns {
  const [read, given] = [readDate(text), readDate(normal)];
  const { edtf, from, to } = read.edtf === null && normal !== "" ? given : read;
  return { date_text: text === "" ? null : text, date_edtf: edtf, date_from: from, date_to: to };
}
