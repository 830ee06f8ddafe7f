import type { EntryLine, BundleKind } from "@/lib/ledger/bundle";
import { canonicalText } from "@/lib/ledger/canonical-text";
import { splitEntry } from "@/lib/ledger/closed";
import type { Entry } from "@/lib/ledger/entry";
import type { FaultCode } from "@/lib/ledger/fault";
import { leafOfOpen } from "@/lib/ledger/leaf";
import { LONGEST_ACT } from "@/lib/ledger/moment";
import { isEntry } from "@/lib/ledger/shape";

export type Finding = { code: FaultCode; what: string };

/** The entry of a line, when it gives its leaf and can be read; otherwise what is wrong with it. */
export function readEntryLine(line: EntryLine, kind: BundleKind): { entry: Entry } | Finding {
  const { entry, leaf, salt } = line;
  if (entry === null) return { code: "missing", what: "the entry of this leaf is gone" };
  if (!isEntry(entry, kind)) return { code: "entry", what: "is not of the shape of an entry" };
  const open = salt ? splitEntry(entry, salt).open : entry;
  if (!leafOfOpen(canonicalText(open)).equals(leaf)) {
    return { code: "leaf", what: "the entry was altered: it does not give its leaf" };
  }
  return { entry };
}

/** Whether the line has the parts that belong to its kind: a salt beside an entry of a full history, and only there. */
export const fitsKind = ({ entry, salt }: EntryLine, kind: BundleKind): boolean =>
  (salt !== null) === (kind === "full" && entry !== null && typeof entry !== "string");

/**
 * Whether an entry may bear its time (milliseconds since 1970). `witnessed` is when a checkpoint was witnessed that does not hold it
 * (seconds since 1970): the entry was written later. An entry of the sample is loaded before the first one.
 */
export function checkTime(time: number, sample: boolean, witnessed: number | null): Finding | null {
  if (witnessed === null) return null;
  if (sample)
    return { code: "time", what: "is marked as sample, and was written after the first checkpoint" };
  if (time / 1000 >= witnessed - LONGEST_ACT) return null;
  return {
    code: "time",
    what: `is dated ${new Date(time).toISOString()}, and was not there yet at ${isoOf(witnessed)}`,
  };
}

/** A moment in words; a number where no calendar reaches. */
export function isoOf(seconds: number): string {
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? `second ${seconds}` : moment.toISOString();
}
