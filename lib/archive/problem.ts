/** What can be wrong with a text that names sheets or a reference. Screens have a sentence for each. */
export type ProblemKind =
  | "empty"
  | "unexpected"
  | "numberExpected"
  | "sheetExpected"
  | "letterUnknown"
  | "numberTooLarge"
  | "versoNotAllowed"
  | "outOfOrder"
  | "repeated"
  | "rangeUnclear"
  | "notInFile"
  | "noReference";

/** A problem and its place: `found` stands at character `at` (from 0) of the text that was read. */
export type Problem = { readonly kind: ProblemKind; readonly at: number; readonly found: string };

/** Either the value or the one problem that stopped the reading. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(kind: ProblemKind, at: number, found: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { kind, at, found } };
}

/** The languages in which a reference, a range of sheets or a date is printed. */
export type PrintLocale = "kk" | "ru" | "en";
