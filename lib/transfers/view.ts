import type { TransferCondition, TransferState, TransferWork } from "@/lib/law/transferring";
import type {
  Amount,
  ArchiveRow,
  CountRow,
  ItemRow,
  ItemSaid,
  TransferAct,
  TransferFilter,
  TransferList,
  TransferListed,
  TransferRow,
  TransferStepRow,
  VersionRow,
  VersionSaid,
} from "@/lib/store/transfers";
import type { ImportListed, TransferChoice } from "@/lib/store/transfer-imports";

export type {
  ArchiveRow,
  CountRow,
  ItemRow,
  TransferAct,
  TransferFilter,
  TransferList,
  TransferListed,
  TransferRow,
  TransferStepRow,
  VersionRow,
};
export type { TransferState };
export type { TransferChoice } from "@/lib/store/transfer-imports";
export type { TransferTotal } from "@/lib/store/transfer-totals";

export const measures = ["files", "sheets", "materials"] as const;
export type Measure = (typeof measures)[number];

/** A sum over what was said: null where nobody said anything, and at least so much where some did not. */
export type Sum = { value: number | null; atLeast: boolean };

export function sumOf(values: readonly (number | null)[]): Sum {
  const known = values.filter((value) => value !== null);
  const value = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : null;
  return { value, atLeast: value !== null && known.length < values.length };
}

/** One fonds of a transfer: what was announced, what was counted last, and by how much they differ. */
export type Line = { item: ItemRow; counted: CountRow | null; differs: Record<Measure, number | null> };

export function linesOf(version: VersionRow, steps: readonly TransferStepRow[]): Line[] {
  const counts = lastCounts(version.version, steps);
  return version.items.map((item) => {
    const counted = counts.find(({ nth }) => nth === item.nth) ?? null;
    return { item, counted, differs: differenceOf(item, counted) };
  });
}

function lastCounts(version: number, steps: readonly TransferStepRow[]): readonly CountRow[] {
  return steps.findLast((step) => step.version === version && step.counts.length > 0)?.counts ?? [];
}

/** Counted less announced; null where one of the two was not said. */
function differenceOf(said: Amount, counted: Amount | null): Record<Measure, number | null> {
  const of = (measure: Measure): number | null => {
    const [before, after] = [said[measure], counted?.[measure] ?? null];
    return before === null || after === null ? null : after - before;
  };
  return { files: of("files"), sheets: of("sheets"), materials: of("materials") };
}

export const differs = (line: Line): boolean =>
  Object.values(line.differs).some((by) => by !== null && by !== 0);

/** For which side a transfer waits; null at an end. */
export function waitsFor(state: TransferState | "none"): "from" | "to" | null {
  if (state === "announced" || state === "received" || state === "checked") return "to";
  return state === "returned" ? "from" : null;
}

export type TransferPage = {
  transfer: TransferRow;
  /** The version that stands, and those before it. */
  now: VersionRow;
  before: readonly VersionRow[];
  lines: readonly Line[];
  /** How many files of each fonds the archive here describes, by the number of the item. */
  described: Readonly<Record<number, number>>;
  may: Record<TransferWork, true | TransferCondition>;
  imports: TransferImports;
};

/** What has been taken in of a transfer. */
export type TransferImports = {
  listed: readonly Omit<ImportListed, "seen">[];
  /** Those that the reader may not see. */
  others: { count: number; files: number };
  /** Files that all of them have brought. */
  files: number;
};

/** To which transfer an import belongs; `choices`: to which it may, none where it stays. */
export type ImportLink = { belongs: TransferChoice | null; choices: readonly TransferChoice[] };

/** What the form of an announcement begins with. */
export type AnnounceForm = {
  id: string;
  own: readonly ArchiveRow[];
  others: readonly ArchiveRow[];
  today: string;
};

export type AccessionProblemCode =
  | "notTable"
  | "noHeading"
  | "noRows"
  | "tooManyRows"
  | "tooManyCells"
  | "notOwn"
  | "notArchive"
  | "sameArchive"
  | "notTransfer"
  | "donorDiffers"
  | "noItems"
  | "notItem"
  | "numberTaken"
  /** What the form would say of the field; the detail is a key of the namespace `input`. */
  | "field";
/** What is wrong in a table: in which row (the headings are row 1) and in which column. */
export type AccessionProblem = {
  row: number;
  column: string | null;
  code: AccessionProblemCode;
  detail: string;
};
export type AccessionRow = {
  row: number;
  from: ArchiveRow;
  to: ArchiveRow;
  said: VersionSaid & { ownNumber: string | null; items: ItemSaid[] };
};
export type AccessionTable = {
  rows: AccessionRow[];
  problems: AccessionProblem[];
  /** Columns with something in them for which a transfer has no place. */
  dropped: string[];
};
