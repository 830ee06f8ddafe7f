import { describe, expect, test } from "vitest";
import { judgeRuleSet, type RuleCondition, type RuleMatter } from "@/lib/law/rule-making";
import { compareRules, impossibleIn, linesOf, ruleFields, ruleKeys, type Rules } from "@/lib/law/rule-set";
import { roles } from "@/lib/law/words";
import { founding } from "@/tests/support/rules";
import { office } from "./support/matter";

const without = (...steps: (keyof Rules["days"])[]): Rules["days"] =>
  Object.fromEntries(Object.entries(founding.days).filter(([step]) => !steps.includes(step as "study")));

describe("a rule set that cannot be", () => {
  test.each<[string, Partial<Rules>, string[]]>([
    ["one member beside the chair", { members: 1 }, ["members outOfBounds"]],
    ["more members than a bench has places", { members: 10 }, ["members outOfBounds"]],
    ["half a member", { members: 2.5 }, ["members outOfBounds"]],
    ["a register of nothing", { registerLimit: 0 }, ["registerLimit outOfBounds"]],
    ["no day at all", { days: { ...founding.days, study: 0 } }, ["days.study outOfBounds"]],
    [
      "findings that name nobody",
      { requiredClaims: ["charge", "measure", "applied"] },
      ["requiredClaims claimsNeeded"],
    ],
    [
      "a claim that there is not",
      { requiredClaims: [...founding.requiredClaims, "other"] },
      ["requiredClaims outOfBounds"],
    ],
    ["owners who may be silent for ever", { days: without("owners") }, ["days.owners ownersDays"]],
    [
      "a legal act without a time",
      { days: without("legal_act", "court") },
      ["days.legal_act actDays", "days.court actDays"],
    ],
  ])("%s", (_, change, named) => {
    expect(impossibleIn({ ...founding, ...change }).map(({ name, why }) => `${name} ${why}`)).toEqual(named);
  });

  test.each<[string, Partial<Rules>]>([
    ["the founding one", {}],
    ["a bench of nine", { members: 9 }],
    ["no legal act, and no days for it", { requireLegalAct: false, days: without("legal_act", "court") }],
    ["a study without an end", { days: without("study") }],
    ["fewer claims", { requiredClaims: ["identity", "measure", "applied"] }],
  ])("but this can: %s", (_, change) => {
    expect(impossibleIn({ ...founding, ...change })).toEqual([]);
  });
});

test("a comparison has every line of every rule, and says which differ", () => {
  const lines = compareRules(founding, {
    ...founding,
    requireLegalAct: false,
    days: { ...without("study"), court: 121 },
    requiredClaims: founding.requiredClaims.toReversed(),
  });
  expect(new Set(lines.map(({ key }) => key))).toEqual(new Set(ruleKeys));
  expect(lines).toHaveLength(linesOf(founding).length);
  const changed = lines.filter((line) => line.changed);
  expect(changed.map(({ name, before, after }) => [name, before, after])).toEqual([
    ["requireLegalAct", true, false],
    ["days.study", 60, null],
    ["days.court", 120, 121],
  ]);
});

test("a version that is older than a rule does not set it", () => {
  const { requireLegalAct: _, ...old } = founding;
  const line = compareRules(old, founding).find(({ name }) => name === "requireLegalAct");
  expect(line).toMatchObject({ before: null, after: true, changed: true });
  expect(ruleFields.requireLegalAct).toEqual({ is: "switch" });
});

describe("who works on rules", () => {
  const waiting: RuleMatter["proposal"] = {
    by: "a",
    rules: { ...founding, members: 3 },
    day: "2026-12-01",
    waits: true,
  };
  const matter = (more: Partial<RuleMatter> = {}): RuleMatter => ({
    ...{
      work: "propose_rule_set",
      actor: { id: "b", offices: [office("administrator")] },
      proposal: waiting,
    },
    ...{ newest: { rules: founding, day: "2026-11-01" }, oneWaits: false, today: "2026-11-27", ...more },
  });
  const met = (more: Partial<RuleMatter>) => {
    const ruling = judgeRuleSet(matter(more));
    return ruling.granted ? `granted ${ruling.article}` : ruling.refusal.condition;
  };

  test.each(roles.filter((role) => role !== "administrator"))("no %s, and not the command line", (role) => {
    for (const work of ["propose_rule_set", "confirm_rule_set", "withdraw_rule_set"] as const) {
      expect(met({ work, actor: { id: "b", offices: [office(role)] } })).toBe("heldRole");
      expect(met({ work, actor: { id: "b", offices: [] } })).toBe("heldRole");
    }
  });

  const proposed = (more: object) => ({ proposal: { ...waiting, ...more } });
  test.each<[RuleCondition, Partial<RuleMatter>]>([
    ["noneWaits", { oneWaits: true }],
    ["possible", proposed({ rules: { ...founding, members: 1 } })],
    ["changesSomething", proposed({ rules: founding })],
    ["dayNotPast", proposed({ day: "2026-11-26" })],
    ["afterNewest", { newest: { rules: founding, day: "2026-12-02" } }],
    ["proposalThere", { work: "confirm_rule_set", proposal: null }],
    ["stillWaits", { work: "confirm_rule_set", ...proposed({ waits: false }) }],
    ["notProposer", { work: "confirm_rule_set", ...proposed({ by: "b" }) }],
    ["stillWaits", { work: "withdraw_rule_set", ...proposed({ waits: false }) }],
  ])("%s", (condition, more) => {
    expect(met(more)).toBe(condition);
  });

  test("and otherwise it is done", () => {
    expect(met({})).toBe("granted N7");
    expect(met({ newest: { rules: founding, day: waiting.day } })).toBe("granted N7");
    expect(met({ work: "confirm_rule_set", oneWaits: true })).toBe("granted N8");
    expect(met({ work: "confirm_rule_set", ...proposed({ day: "2026-11-26" }) })).toBe("granted N8");
    expect(met({ work: "withdraw_rule_set", ...proposed({ by: "b" }) })).toBe("granted N9");
  });
});
