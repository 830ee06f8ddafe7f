import { parseFoliation } from "@/lib/archive/foliation";
import { rangeAt } from "@/lib/archive/positions";
import { parseReference } from "@/lib/archive/reference";
import { printReference } from "@/lib/archive/reference-print";
import { printSheetRanges } from "@/lib/archive/sheet-range";
import type { Locale } from "@/lib/i18n/locales";
import type { Named } from "@/lib/store/case-page";

/** What screens of cases are given, and how a stored value reads in the language of the reader. */
export type { CaseRow } from "@/lib/store/case-list";
export type { CaseFile, CaseHead, MentionRow, Named } from "@/lib/store/case-page";
export type { CitationShown, ClaimShown, FindingShown } from "@/lib/store/finding-page";
export type { CorrectionShown, Exchange, ProceedingShown, SignatureShown } from "@/lib/store/proceeding-page";
export type { Queue, QueueRow } from "@/lib/store/queue";
export type { QueueNeighbour, QueuePlace } from "@/lib/store/queue-place";
export type { QueueKind } from "@/lib/store/queue-parts";
export type { FileHead, SpanShown } from "@/lib/store/declassification-page";
export type { SimilarCase } from "@/lib/store/duplicates";
export type { Backlog } from "./read-queue";

export const named = (name: Named | null, locale: Locale): string | null => name && name[locale];

/** A stored reference after the manner of the language; one that does not parse is shown as it is. */
export function reference(path: string, locale: Locale): string {
  const read = parseReference(path);
  return read.ok ? printReference(read.value, locale) : path;
}

/** Positions of a file as sheets: `л. 12–14 об.`; null while the file has no foliation. */
export function sheets(
  foliation: string | null,
  extents: readonly { from: number; to: number }[],
  locale: Locale,
): string | null {
  const read = foliation === null ? null : parseFoliation(foliation);
  if (!read?.ok) return null;
  const ranges = extents.flatMap((extent) => rangeAt(read.value, extent) ?? []);
  return ranges.length > 0 ? printSheetRanges(ranges, locale) : null;
}
