import { readDate } from "@/lib/archive/dates";
import type { NameEntry } from "./entries";
import type { Problem } from "./problem";
import type { Reading } from "./view";

/** A person as an authority record tells of them; a record of a body or a family is none. */
export interface Authority {
  key: string;
  /** Row of a table or line of a file. */
  at: number;
  name: string;
  surname: string;
  given: string;
  patronymic: string;
  names: NameEntry[];
  birth: string;
  death: string;
  birthPlace: string;
  /** The id of a person of ours, where this was exported from here. */
  own: string | null;
}

/** Authority records as they were read. */
export interface Authorities {
  kind: "authorities";
  title: string;
  reading: Reading | null;
  people: Authority[];
  problems: Problem[];
  remarks: Problem[];
}

const LETTERS: readonly (readonly [RegExp, NameEntry["script"]])[] = [
  [/[әғқңөұүһі]/i, "kk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "arabic"],
];

/** By its letters: those that Kazakh alone has say Kazakh. */
export function scriptOf(text: string): NameEntry["script"] {
  return LETTERS.find(([letters]) => letters.test(text))?.[1] ?? "latin";
}

/** Under what a record is known again: its number with whoever gave it, or the name with the dates. */
export function authorityKey(agency: string, number: string, otherwise: readonly string[]): string {
  return number === "" ? ["authority", "name", ...otherwise].join("#") : `authority#${agency}#${number}`;
}

export type Life = { birth: string; death: string };

/**
 * Birth and death of one text: `1899–1938`, `ок. 1899 – после 1940`, `1899–`, `–1938`. Null where it is not plain
 * which is which: a single date may be either.
 */
export function readLife(text: string): Life | null {
  if (text === "") return { birth: "", death: "" };
  const open = /^(\S.*?)\s*[–—-]$/.exec(text);
  if (open) return isDate(open[1]!) ? { birth: open[1]!, death: "" } : null;
  const closed = /^[–—-]\s*(\S.*)$/.exec(text);
  if (closed) return isDate(closed[1]!) ? { birth: "", death: closed[1]! } : null;
  const halves = [/^(.*?\S)\s+[–—-]\s+(\S.*)$/, /^(.*?\S)[–—](\S.*)$/, /^(\d{4})-(\d{4})$/].map((form) =>
    form.exec(text),
  );
  const found = halves.find((half) => half !== null && isDate(half[1]!) && isDate(half[2]!));
  return found ? { birth: found[1]!, death: found[2]! } : null;
}

const isDate = (text: string): boolean => readDate(text).edtf !== null;

export function printLife({ birth, death }: Life): string {
  return birth === "" && death === "" ? "" : [birth, "–", death].filter(Boolean).join(" ");
}
