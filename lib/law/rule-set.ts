import type { RuleSet } from "./matter";
import { claimKinds, openSteps, type ClaimKind, type OpenStep } from "./words";

/** What a version of the rules says: its body. */
export type Rules = Omit<RuleSet, "version">;
export type RuleKey = keyof Rules;

type Bounds = { least: number; most: number };
/** What a rule of this type looks like: a number, a switch, claims to choose from, or a number of days for each step. */
type FieldOf<Value> = Value extends boolean
  ? { is: "switch" }
  : Value extends number
    ? { is: "count" } & Bounds
    : Value extends readonly string[]
      ? { is: "claims"; of: readonly ClaimKind[]; always: readonly ClaimKind[] }
      : { is: "days"; of: readonly OpenStep[] } & Bounds;

/**
 * Every rule, in the order in which they are read, with the bounds that keep the law what it is. Forms, comparisons
 * and the schema are made from this list alone: a key that is added to RuleSet is asked for here.
 *
 * A bench has two members beside the chair: so the articles D10 and R7 are written, and a majority of them needs a
 * second person. Without identity, measure and application a finding decides about nobody.
 */
export const ruleFields: { readonly [Key in RuleKey]: FieldOf<Rules[Key]> } = {
  members: { is: "count", least: 2, most: 9 },
  requireLegalAct: { is: "switch" },
  requirePasskey: { is: "switch" },
  registerLimit: { is: "count", least: 1, most: 1000 },
  requiredClaims: {
    is: "claims",
    of: claimKinds.filter((kind) => kind !== "other"),
    always: ["identity", "measure", "applied"],
  },
  days: { is: "days", of: openSteps, least: 1, most: 3650 },
};
export const ruleKeys = Object.keys(ruleFields) as readonly RuleKey[];

/** One line of a rule set: a rule, or the days of one step. `null` is what is not set. */
export type RuleLine = {
  /** The name of its field in a form: `members`, `days.study`. */
  name: string;
  key: RuleKey;
  step: OpenStep | null;
  value: number | boolean | readonly string[] | null;
};

/** A rule set line by line. A version that is older than a rule does not set it. */
export function linesOf(rules: Partial<Rules>): RuleLine[] {
  return ruleKeys.flatMap((key): RuleLine[] => {
    const field = ruleFields[key];
    const value = rules[key];
    if (field.is !== "days")
      return [{ name: key, key, step: null, value: (value ?? null) as RuleLine["value"] }];
    const days = (value ?? {}) as Rules["days"];
    return field.of.map((step) => ({ name: `${key}.${step}`, key, step, value: days[step] ?? null }));
  });
}

export type RuleDifference = Omit<RuleLine, "value"> & {
  before: RuleLine["value"];
  after: RuleLine["value"];
  changed: boolean;
};

/** Two rule sets side by side, every line of them. */
export function compareRules(before: Partial<Rules>, after: Partial<Rules>): RuleDifference[] {
  const later = linesOf(after);
  return linesOf(before).map(({ value, ...line }, nth) => {
    const next = later[nth]!.value;
    return { ...line, before: value, after: next, changed: !sameValue(value, next) };
  });
}

/** Claims are a set: their order says nothing. */
const sameValue = (a: RuleLine["value"], b: RuleLine["value"]): boolean =>
  a === b || (isList(a) && isList(b) && a.length === b.length && a.every((one) => b.includes(one)));
const isList = (value: RuleLine["value"]): value is readonly string[] => Array.isArray(value);

/** Why a rule set cannot be: each names the line that would have to be another. */
export type Impossible = { name: string; why: "outOfBounds" | "claimsNeeded" | "ownersDays" | "actDays" };

/**
 * What makes a rule set one by which nobody could work. Silence of an owner is never consent, so a deadline has to
 * escalate it; and a legal act that is required must have one, or a case could wait for it for ever.
 */
export function impossibleIn(rules: Rules): Impossible[] {
  const { always, of } = ruleFields.requiredClaims;
  const claims: readonly string[] = rules.requiredClaims;
  const found: Impossible[] = linesOf(rules)
    .filter(({ key, value }) => typeof value === "number" && !within(ruleFields[key], value))
    .map(({ name }) => ({ name, why: "outOfBounds" }));
  if (claims.some((kind) => !(of as readonly string[]).includes(kind)))
    found.push({ name: "requiredClaims", why: "outOfBounds" });
  else if (always.some((kind) => !claims.includes(kind)))
    found.push({ name: "requiredClaims", why: "claimsNeeded" });
  if (rules.days.owners === undefined) found.push({ name: "days.owners", why: "ownersDays" });
  for (const step of ["legal_act", "court"] as const)
    if (rules.requireLegalAct && rules.days[step] === undefined)
      found.push({ name: `days.${step}`, why: "actDays" });
  return found;
}

const within = (field: (typeof ruleFields)[RuleKey], value: number): boolean =>
  "least" in field && Number.isSafeInteger(value) && value >= field.least && value <= field.most;
