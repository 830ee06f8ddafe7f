import { dayOf } from "@/lib/clock";
import type { RuleMatter, RuleRefusal } from "@/lib/law/rule-making";
import { linesOf, ruleFields, type RuleLine, type Rules } from "@/lib/law/rule-set";
import type { RuleSetRow } from "@/lib/store/rule-sets";

/** `never`: confirmed, and followed by another for the same moment. */
export type RuleState = "waiting" | "coming" | "inForce" | "past" | "never" | "withdrawn";

export type RuleVersion = Omit<RuleSetRow, "body"> & {
  rules: Rules;
  state: RuleState;
  /** From when another is in force. */
  until: string | null;
};

/** Every version of the rules, the newest first, and what the reader may do with the one that waits. */
export type RuleBook = {
  versions: readonly RuleVersion[];
  inForce: RuleVersion;
  waiting: RuleVersion | null;
  coming: readonly RuleVersion[];
  /** True, or what stands in the way. */
  may: Record<"propose" | "confirm" | "withdraw", true | RuleRefusal["condition"]>;
};

/** A version with everything else that its page shows: the one before it, with which it is compared. */
export type RulePage = { book: RuleBook; version: RuleVersion; before: RuleVersion | null };

/** What becomes of each version in time. Rows and versions: the newest first. */
export function versionsAt(rows: readonly RuleSetRow[], now: Date): RuleVersion[] {
  const confirmed = rows.filter(isConfirmed);
  return rows.map(({ body, ...row }) => {
    const from = new Date(row.from).toISOString();
    const next = confirmed.filter(({ version }) => version > row.version).at(-1);
    const until = isConfirmed(row) && next ? new Date(next.from).toISOString() : null;
    return { ...row, rules: body, from, until, state: stateOf(row, { from, until }, now) };
  });
}

/** The founding version is confirmed by nobody: it comes with the product. */
const isConfirmed = (row: Pick<RuleSetRow, "version" | "confirmedBy">): boolean =>
  row.version === 1 || row.confirmedBy !== null;

function stateOf(
  row: Pick<RuleSetRow, "version" | "confirmedBy" | "withdrawnAt">,
  { from, until }: { from: string; until: string | null },
  now: Date,
): RuleState {
  if (row.withdrawnAt) return "withdrawn";
  if (!isConfirmed(row)) return "waiting";
  if (until !== null && until <= from) return "never";
  const at = now.toISOString();
  if (from > at) return "coming";
  return until !== null && until <= at ? "past" : "inForce";
}

/** What the law looks at besides who acts and what is proposed. */
export function newestOf(rows: readonly RuleSetRow[]): Pick<RuleMatter, "newest" | "oneWaits"> {
  const newest = rows.find(isConfirmed);
  if (!newest) throw new Error("no rule set was ever confirmed");
  return {
    newest: { rules: newest.body, day: dayOf(new Date(newest.from)) },
    oneWaits: rows.some(waits),
  };
}

const waits = (row: RuleSetRow): boolean => !isConfirmed(row) && row.withdrawnAt === null;

/** A version as the law looks at it when it is to be confirmed or withdrawn. */
export function proposalOf(row: RuleSetRow | undefined): RuleMatter["proposal"] {
  if (!row) return null;
  const day = dayOf(new Date(row.from));
  return { by: row.proposedBy?.id ?? "", rules: row.body, day, waits: waits(row) };
}

/** What a form holds now, however unfinished: for the difference that is shown before it is sent. */
export function rulesIn(form: FormData): Partial<Rules> {
  const rules: Record<string, unknown> = { days: {} };
  for (const { name, key, step } of linesOf({})) {
    const value = valueIn(form, `rules.${name}`, ruleFields[key].is);
    if (step) (rules.days as Record<string, unknown>)[step] = value ?? undefined;
    else rules[key] = value;
  }
  return rules;
}

function valueIn(
  form: FormData,
  name: string,
  is: (typeof ruleFields)[RuleLine["key"]]["is"],
): RuleLine["value"] {
  if (is === "claims") return form.getAll(`${name}[]`).map(String);
  const typed = form.get(name);
  const text = typeof typed === "string" ? typed.trim() : "";
  if (is === "switch") return text === "yes";
  return /^\d+$/.test(text) ? Number(text) : null;
}
