import type { MentionRole } from "@/lib/law/words";
import type { Column } from "./columns";
import type { FileReference } from "./read-row";
import type { Problem } from "./problem";
import type { Bond } from "./row-words";

/** A date as the source has it; what it means is worked out when it is written. */
export type DateText = string;

export interface FileEntry {
  key: string;
  row: number;
  reference: FileReference;
  title: string;
  dates: DateText;
  foliation: { text: string; leaves: number } | null;
  owners: string[];
  grade: string;
}

export interface NameEntry {
  script: "kk" | "ru" | "latin" | "arabic";
  text: string;
  /** Another name of theirs, not another spelling. */
  alias?: boolean;
}

export interface PersonEntry {
  key: string;
  row: number;
  fileKey: string;
  name: string;
  surname: string;
  given: string;
  patronymic: string;
  names: NameEntry[];
  birth: DateText;
  birthPlace: string;
  /** The import table does not ask for it. */
  death?: DateText;
}

export interface MentionEntry {
  key: string;
  row: number;
  fileKey: string;
  /** Null for somebody who is only named. */
  personKey: string | null;
  name: string;
  role: MentionRole;
  /** Where the name stands, as the table writes it: `12 об.`. */
  sheet: string;
  note: string;
}

export interface CaseEntry {
  key: string;
  row: number;
  personKey: string;
  files: { fileKey: string; bond: Bond }[];
  episode: DateText;
  body: string;
  charges: string[];
  measures: { text: string; date: DateText }[];
  category: string;
  region: string;
}

/** One document of a file. */
export interface MaterialEntry {
  key: string;
  row: number;
  fileKey: string;
  kind: string;
  title: string;
  dates: DateText;
  /** As written: `12–14 об.`. */
  sheets: string;
  /** Had a secrecy grade: an empty answer does not say. */
  graded: "yes" | "no" | "";
}

/** A table sorted into what it describes, each thing once. */
export interface Entries {
  files: FileEntry[];
  people: PersonEntry[];
  mentions: MentionEntry[];
  cases: CaseEntry[];
  materials: MaterialEntry[];
  problems: Problem[];
  /** The headings as the file has them, to name a cell by. */
  headings: Partial<Record<Column, string>>;
}
