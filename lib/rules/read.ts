import type { Desk } from "@/lib/accounts/act";
import { dayOf } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { judgeRuleSet, type RuleMatter, type RuleWork } from "@/lib/law/rule-making";
import { listRuleSets, type RuleSetRow } from "@/lib/store/rule-sets";
import { newestOf, proposalOf, versionsAt, type RuleBook, type RulePage, type RuleVersion } from "./view";

/** Everybody signed in may read by which rules they are judged, were judged and will be. */
export async function readRules(actor: Actor, desk: Desk): Promise<RuleBook> {
  const now = desk.clock();
  const rows = await listRuleSets(desk.prisma);
  const versions = versionsAt(rows, now);
  const inForce = versions.find((one) => one.state === "inForce");
  if (!inForce) throw new Error("no rule set is in force");
  const waiting = versions.find((one) => one.state === "waiting") ?? null;
  const proposal = waiting && proposalOf(rows.find((row) => row.version === waiting.version));
  const ask = (work: RuleWork, about: RuleMatter["proposal"]) => judged(actor, rows, work, about, dayOf(now));
  return {
    ...{ versions, inForce, waiting, coming: versions.filter((one) => one.state === "coming") },
    may: {
      propose: ask("propose_rule_set", null),
      confirm: ask("confirm_rule_set", proposal),
      withdraw: ask("withdraw_rule_set", proposal),
    },
  };
}

/** One version beside the one that was confirmed before it; null where there is no such version. */
export async function readRuleSet(actor: Actor, desk: Desk, version: number): Promise<RulePage | null> {
  const book = await readRules(actor, desk);
  const found = book.versions.find((one) => one.version === version);
  if (!found) return null;
  const earlier = book.versions.filter((one) => one.version < version);
  const before = earlier.find(({ state }) => state !== "waiting" && state !== "withdrawn") ?? null;
  return { book, version: found, before };
}

/** The newest confirmed version, with which the form of a change begins. `today`: YYYY-MM-DD. */
export async function readNewest(
  actor: Actor,
  desk: Desk,
): Promise<{ book: RuleBook; newest: RuleVersion; today: string }> {
  const book = await readRules(actor, desk);
  const newest = book.coming[0] ?? book.inForce;
  return { book, newest, today: dayOf(desk.clock()) };
}

/** The same judgement that the server makes when the button is pressed. */
function judged(
  actor: Actor,
  rows: readonly RuleSetRow[],
  work: RuleWork,
  proposal: RuleMatter["proposal"],
  today: string,
): RuleBook["may"]["propose"] {
  const who = { id: actor.accountId, offices: actor.offices };
  const ruling = judgeRuleSet({ work, actor: who, proposal, today, ...newestOf(rows) });
  if (ruling.granted) return true;
  const { condition } = ruling.refusal;
  // Nothing is filled in yet: that is what the form is for.
  return work === "propose_rule_set" && condition === "possible" ? true : condition;
}
