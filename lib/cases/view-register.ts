import type { RuleSet } from "@/lib/law/matter";
import type { OpenStep, Outcome, ProceedingKind } from "@/lib/law/words";
import type { RegisterRow, RegisterSort } from "@/lib/store/register-list";

export type { RegisterRow, RegisterSort } from "@/lib/store/register-list";

/** Acts that a register may hold: undisputed signatures, and works that one act may do for many. */
export const listActs = [
  "sign",
  "concur",
  "lift",
  "conclude",
  "confirm",
  "confirm_act",
  "enter_act",
  "open",
] as const;
export type ListAct = (typeof listActs)[number];
export const isListAct = (act: string): act is ListAct => (listActs as readonly string[]).includes(act);

/** Which register is looked at, as it stands in the address. */
export type RegisterSearch = {
  act: ListAct;
  kind: ProceedingKind;
  step: OpenStep;
  outcome?: Outcome;
  sort: RegisterSort;
};

export type RegisterPage = {
  search: RegisterSearch;
  outcome: Outcome | null;
  article: string;
  rows: RegisterRow[];
  sample: ReadonlySet<string>;
  conflicts: number;
  rules: RuleSet;
  basis: string | null;
  needsBasis: boolean;
  agencyId: string | null;
};

/** Where an item of a list is looked at: its case, or for a file its proceeding. */
export const addressOfItem = (caseId: string | null, proceeding: string): string =>
  caseId ? `/cases/${caseId}` : `/proceedings/${proceeding}`;

/** How an item is named in the form: what it is, as it stood on the screen. */
export const itemText = (row: Pick<RegisterRow, "proceeding" | "version" | "dossierHash">): string =>
  `${row.proceeding}:${row.version}:${row.dossierHash ?? ""}`;

/**
 * A tenth of the list, five to ten items, the same ones as long as the list is the same: chosen by the items' own
 * ids, which nobody picks, so that a signer cannot draw until the sample pleases.
 */
export function sampleOf(ids: readonly string[]): ReadonlySet<string> {
  const wanted = Math.min(ids.length, Math.max(5, Math.min(10, Math.ceil(ids.length / 10))));
  const mixed = (id: string): string => [...id.replaceAll("-", "")].reverse().join("");
  return new Set([...ids].sort((a, b) => mixed(a).localeCompare(mixed(b))).slice(0, wanted));
}

/** In how many ways an item stands out. */
export const differences = (row: RegisterRow): number =>
  row.variants.length + row.interrogationOnly + (row.kept ? 1 : 0) + row.asked + row.returned + row.namesakes;

/** Those that stand out come first, or by name, or by file. */
export function sorted(
  rows: readonly RegisterRow[],
  by: "name" | "differs" | "reference",
  locale: string,
): RegisterRow[] {
  const names = new Intl.Collator(locale, { numeric: true });
  return [...rows].sort((a, b) => {
    if (by === "differs") return differences(b) - differences(a) || names.compare(a.name, b.name);
    if (by === "reference") return names.compare(a.reference ?? "", b.reference ?? "");
    return names.compare(a.name, b.name);
  });
}
