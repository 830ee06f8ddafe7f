import type { Office } from "./actor";
import type { Work } from "./acts";
import { judgeByOffice } from "./decide-work";
import { worksLaw } from "./law";
import { compareRules, impossibleIn, type Rules } from "./rule-set";

/** Works on the rules themselves: articles N7–N9 of law.ts. */
export type RuleWork = Extract<Work, "propose_rule_set" | "confirm_rule_set" | "withdraw_rule_set">;

export type RuleMatter = {
  work: RuleWork;
  actor: { id: string; offices: readonly Office[] };
  /** What is to be proposed, or what was; `day` is the one from which it is to be in force, as YYYY-MM-DD. */
  proposal: { by: string; rules: Rules; day: string; waits: boolean } | null;
  /** The newest confirmed version, in force or to come. */
  newest: { rules: Rules; day: string };
  /** Another proposal waits. */
  oneWaits: boolean;
  today: string;
};

const conditions = {
  proposalThere: (m) => m.proposal !== null,
  noneWaits: (m) => !m.oneWaits,
  possible: (m) => m.proposal !== null && impossibleIn(m.proposal.rules).length === 0,
  changesSomething: (m) =>
    m.proposal !== null && compareRules(m.newest.rules, m.proposal.rules).some((line) => line.changed),
  dayNotPast: (m) => m.proposal !== null && m.proposal.day >= m.today,
  afterNewest: (m) => m.proposal !== null && m.proposal.day >= m.newest.day,
  stillWaits: (m) => m.proposal?.waits === true,
  notProposer: (m) => m.actor.id !== m.proposal?.by,
} satisfies Record<string, (m: RuleMatter) => boolean>;
export type RuleCondition = keyof typeof conditions;

const provided: Record<RuleWork, readonly RuleCondition[]> = {
  propose_rule_set: ["noneWaits", "possible", "changesSomething", "dayNotPast", "afterNewest"],
  confirm_rule_set: ["proposalThere", "stillWaits", "notProposer", "possible"],
  withdraw_rule_set: ["proposalThere", "stillWaits"],
};

export type RuleRefusal = { article: string; condition: RuleCondition | "heldRole" };
export type RuleRuling =
  { granted: true; article: string; office: Office } | { granted: false; refusal: RuleRefusal };

/**
 * Judges a work on the rules. Pure. An administrator proposes, a second one confirms: a rule set is neither a member
 * nor an expert, and those whom it binds do not make it. The command line has no part in it, for it comes with a
 * version in force.
 */
export function judgeRuleSet(m: RuleMatter): RuleRuling {
  const article = worksLaw.find((row) => row.work === m.work)!.article;
  const held = judgeByOffice(m.work, m.actor.offices);
  if (!held.granted) return { granted: false, refusal: { article, condition: "heldRole" } };
  const unmet = provided[m.work].find((name) => !conditions[name](m));
  if (unmet) return { granted: false, refusal: { article, condition: unmet } };
  return { granted: true, article, office: held.office };
}
