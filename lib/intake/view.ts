import type { Column } from "./columns";
import type { FieldChange } from "./compare-units";
import type { ImportState } from "./view-standing";
import type { MappedColumn, Problem } from "./problem";

export type { MappedColumn, Problem };

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

/** Which column each heading of a table is, by what it is known by; null: it is not read. */
export type ColumnMap = Readonly<Record<string, Column | null>>;

/** What of an import is left out by choice: all that is new, all changes of what is there, single things (`thingOf`). */
export interface Leave {
  added?: true;
  changed?: true;
  things?: string[];
}

/** A thing of an import, by what it is and what it is known by. */
export const thingOf = (noun: Noun, key: string): string => `${noun}:${key}`;

/**
 * How a table is to be read, as far as somebody has said so, and what of it is left out. `mapping`: under which name it
 * was kept what its columns are.
 */
export type Asked = Partial<Reading> & { columns?: ColumnMap; mapping?: string | null; leave?: Leave };

/** What the columns of a table were said to be. */
export interface Mapping {
  name: string | null;
  columns: MappedColumn[];
}

/**
 * What is read of a delivery, where it is not the file as it came: a file of a package, a sheet of a workbook. It lies
 * beside the delivery under its own hash, a sheet as a table in CSV.
 */
export interface Part {
  /** In the package; null where the file itself is a workbook. */
  path: string | null;
  sheet: string | null;
  sha256: string;
  /** Bytes. */
  size: number;
}

export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  missing: number;
  /** New or different, and left out by choice; not there where nothing is. */
  left?: number;
}

/** One thing of the import, named so that a person knows it again. */
export interface Sample {
  noun: Noun;
  name: string;
  detail: string;
  /** Line of a finding aid or row of a table; null for what is no longer in the file. */
  at: number | null;
  /** What it is known by in this import. */
  key?: string;
}

export interface ChangedSample extends Sample {
  changes: FieldChange[];
}

/** What was left out by choice; those that were chosen one by one are shown. */
export interface LeftOut {
  added: number;
  changed: number;
  shown: Sample[];
}

/** Somebody new who is perhaps the same person as another: nothing but shown, never merged. */
export interface Suspect {
  key: string;
  name: string;
  row: number;
  /** Years, as far as they are known. */
  birth: string;
  /** Somebody who is here (`id`), or in another row of the same table. */
  other: { id: string | null; row: number | null; name: string; birth: string };
  /** The years of birth are known of both, and agree. */
  yearsAgree: boolean;
}

/** How many of the new people are suspected, and the first of them. `by`: for whom they were looked for. */
export interface Duplicates {
  by: string;
  count: number;
  shown: Suspect[];
}

/** What is shown before anything is written. Lists are cut to what a person can look through; counts are not. */
export interface Summary {
  kind: "ead" | "atom" | "authorities" | "table";
  title: string;
  /** Of a table; a sheet of a workbook has none. */
  reading: Reading | null;
  part: Part | null;
  /** Of a table with headings of its own. */
  mapping: Mapping | null;
  counts: Partial<Record<Noun, Tally>>;
  added: Sample[];
  changed: ChangedSample[];
  missing: Sample[];
  problems: Problem[];
  problemCount: number;
  remarks: Problem[];
  remarkCount: number;
  left?: LeftOut;
  /** Of a table. */
  duplicates?: Duplicates;
  /** Stands for all of it: what is accepted is what was shown. */
  digest: string;
}

/** Is there anything to accept? */
export function hasChanges(summary: Pick<Summary, "counts">): boolean {
  return Object.values(summary.counts).some((tally) => tally.added + tally.changed > 0);
}

/** How many things of an import are new, or change what is there, whether they are taken or left out. */
export function choicesIn({ kind, counts, left }: Pick<Summary, "kind" | "counts" | "left">) {
  const sum = (way: "added" | "changed", { unit: _, ...others }: typeof counts): number =>
    Object.values(others).reduce((total, tally) => total + tally[way], left?.[way] ?? 0);
  const changed = sum("changed", counts) + (counts.unit?.changed ?? 0);
  return { added: mayLeaveNew(kind) ? sum("added", counts) : 0, changed };
}

/** Is anything left out by choice? */
export const leavesAny = ({ added, changed, things = [] }: Leave): boolean =>
  added === true || changed === true || things.length > 0;

export const countLeft = ({ counts }: Pick<Summary, "counts">): number =>
  Object.values(counts).reduce((total, { left = 0 }) => total + left, 0);

/** The parts of a new finding aid hang together: it is taken as a whole. */
const mayLeaveNew = (kind: Summary["kind"]): boolean => kind === "table" || kind === "authorities";

/** A thing that may be left out by itself; null where it may not. Units above files come with their files. */
export function leavable({ kind }: Pick<Summary, "kind">, way: "added" | "changed", sample: Sample) {
  const { noun, key } = sample;
  if (key === undefined || (way === "added" && (!mayLeaveNew(kind) || noun === "unit"))) return null;
  return thingOf(noun, key);
}

/** An import in the list of those an archivist may see. */
export interface ProposalSummary {
  id: string;
  fileName: string;
  state: ImportState;
  createdAt: string;
  acceptedAt: string | null;
  /** Null until the file was read. */
  kind: Summary["kind"] | null;
  counts: Summary["counts"];
  problemCount: number;
}

export interface ProposalShown extends ProposalSummary {
  sha256: string;
  /** Bytes. */
  size: number;
  summary: Summary | null;
  /** What of it is left out by choice. */
  leave: Leave;
  /** Why the file cannot be read. */
  problem: Problem | null;
  /** Parts that were left out when it was accepted, because the archive had changed under them. */
  leftOut: number;
  undoneAt: string | null;
  /** Something was written in it that can be undone as a whole, as long as nobody has worked on it. */
  mayUndo: boolean;
}

/** Is it a table of text, or may it be one? */
export const mayReread = ({ summary, problem }: Pick<ProposalShown, "summary" | "problem">): boolean =>
  summary ? summary.kind !== "ead" && summary.part?.sheet == null : !problem?.code.startsWith("package.");

/** A mapping in the list of those that an archive has kept. */
export interface KeptMapping {
  id: string;
  name: string;
  savedBy: string;
  savedAt: string;
  /** Headings that it tells of. */
  columns: number;
  /** And how many of them are read. */
  read: number;
}

/** One of another archive answers as one that is not there. */
export type MappingRefusal = { condition: "heldRole" | "mappingGone" };
