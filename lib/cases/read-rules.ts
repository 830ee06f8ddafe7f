import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import type { RuleSet } from "@/lib/law/matter";
import { appClient, appPool } from "@/lib/store/client";
import { loadRules } from "@/lib/store/matters";
import { loadRuleSet } from "@/lib/store/rule-sets";

export type RulesPage = { rules: RuleSet; label: string; from: string };

/** The rule set in force now; everybody signed in may read by which rules they are judged. */
export async function readRules(_actor: Actor): Promise<RulesPage> {
  const rules = await loadRules(appClient(), systemClock());
  return { rules, ...(await loadRuleSet(appPool(), rules.version)) };
}
