import type { FieldChange } from "./compare-units";
import type { Problem } from "./problem";

export type { Problem };

/** What an import brings, by kind of thing. */
export const nouns = ["unit", "file", "person", "mention", "case", "material"] as const;
export type Noun = (typeof nouns)[number];

/** Encodings in which registers and lists come. */
export const tableEncodings = ["utf-8", "windows-1251", "koi8-r", "utf-16le", "utf-16be"] as const;
export type TableEncoding = (typeof tableEncodings)[number];

export const encodingNames: Readonly<Record<TableEncoding, string>> = {
  "utf-8": "UTF-8",
  "windows-1251": "Windows-1251",
  "koi8-r": "KOI8-R",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
};

export const separators = ["comma", "semicolon", "tab", "bar"] as const;
export type Separator = (typeof separators)[number];

/** How the bytes of a table become cells: found out from the file, shown, and changed by whoever knows better. */
export interface Reading {
  encoding: TableEncoding;
  separator: Separator;
}

export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  missing: number;
}

/** One thing of the import, named so that a person knows it again. */
export interface Sample {
  noun: Noun;
  name: string;
  detail: string;
  /** Line of a finding aid or row of a table; null for what is no longer in the file. */
  at: number | null;
}

export interface ChangedSample extends Sample {
  changes: FieldChange[];
}

/** What is shown before anything is written. Lists are cut to what a person can look through; counts are not. */
export interface Summary {
  kind: "ead" | "atom" | "authorities" | "table";
  title: string;
  /** Of a table. */
  reading: Reading | null;
  counts: Partial<Record<Noun, Tally>>;
  added: Sample[];
  changed: ChangedSample[];
  missing: Sample[];
  problems: Problem[];
  problemCount: number;
  remarks: Problem[];
  remarkCount: number;
  /** Stands for all of it: what is accepted is what was shown. */
  digest: string;
}

/** Is there anything to accept? */
export function hasChanges(summary: Pick<Summary, "counts">): boolean {
  return Object.values(summary.counts).some((tally) => tally.added + tally.changed > 0);
}

/** A proposal in the list of those an archivist may see. */
export interface ProposalSummary {
  id: string;
  fileName: string;
  kind: Summary["kind"];
  state: "open" | "accepted" | "dropped";
  createdAt: string;
  acceptedAt: string | null;
  counts: Summary["counts"];
  problemCount: number;
}

export interface ProposalShown extends ProposalSummary {
  sha256: string;
  summary: Summary;
}

/** Why a proposal was not accepted: it is not there, or what it would do has changed since it was shown. */
export type IntakeRefusal =
  { condition: "gone" } | { condition: "stale" } | { condition: "unreadable"; problem: Problem };

export type Settled = { state: "accepted" | "dropped" | "open" };
