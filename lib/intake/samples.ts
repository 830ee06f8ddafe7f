import { printReference } from "@/lib/archive/reference-print";
import type { CaseEntry, FileEntry, MaterialEntry, MentionEntry, PersonEntry } from "./entries";
import type { Sample } from "./view";

const join = (...parts: string[]): string => parts.filter(Boolean).join(", ");

export function sampleFile({ reference, title, dates, row }: FileEntry): Sample {
  const name = printReference({ ...reference, sheets: [] }, "ru");
  return { noun: "file", name, detail: join(title, dates), at: row };
}

export function samplePerson({ name, birth, birthPlace, row }: PersonEntry): Sample {
  return { noun: "person", name, detail: join(birth, birthPlace), at: row };
}

export function sampleCase({ episode, body, row }: CaseEntry, name: string): Sample {
  return { noun: "case", name, detail: join(episode, body), at: row };
}

export function sampleMention({ name, role, row }: MentionEntry): Sample {
  return { noun: "mention", name, detail: role, at: row };
}

export function sampleMaterial({ kind, title, dates, sheets, row }: MaterialEntry): Sample {
  return { noun: "material", name: title || kind, detail: join(title && kind, dates, sheets), at: row };
}
