import { expect, test } from "vitest";
import { readInput } from "@/lib/input";
import { linesOf, ruleFields } from "@/lib/law/rule-set";
import { newRuleSet } from "@/lib/rules/schema";
import { founding, terms } from "@/tests/support/rules";

/** A form as the browser sends it, every box of it. */
function formOf(change: Record<string, string | string[]> = {}): FormData {
  const form = new FormData();
  const boxes: Record<string, string | string[]> = {};
  for (const { name, key, value } of linesOf(founding)) {
    const list = ruleFields[key].is === "claims";
    boxes[`rules.${name}${list ? "[]" : ""}`] = Array.isArray(value)
      ? [...(value as string[])]
      : typeof value === "boolean"
        ? value
          ? "yes"
          : "no"
        : String(value ?? "");
  }
  const { label, act, reason, day } = terms();
  for (const [name, held] of Object.entries({ ...boxes, label, act, reason, day, ...change }))
    for (const one of [held].flat()) form.append(name, one);
  return form;
}

test("a form with every rule is read as that rule set", () => {
  const read = readInput(newRuleSet, formOf());
  expect(read).toEqual({ ok: true, value: terms() });
  const changed = readInput(
    newRuleSet,
    formOf({
      "rules.requireLegalAct": "no",
      "rules.days.study": "",
      "rules.members": " 3 ",
      "rules.requiredClaims[]": ["applied", "measure", "identity"],
    }),
  );
  const { study: _, ...days } = founding.days;
  const rules = {
    members: 3,
    requireLegalAct: false,
    requirePasskey: false,
    days,
    requiredClaims: ["identity", "measure", "applied"],
  };
  expect(changed).toEqual({ ok: true, value: terms(rules) });
});

test.each<[Record<string, string | string[]>, Record<string, string>]>([
  [{ "rules.members": "1" }, { "rules.members": "ruleBounds" }],
  [{ "rules.members": "" }, { "rules.members": "missing" }],
  [{ "rules.members": "two" }, { "rules.members": "invalid" }],
  [{ "rules.registerLimit": "1001" }, { "rules.registerLimit": "ruleBounds" }],
  [{ "rules.requireLegalAct": "perhaps" }, { "rules.requireLegalAct": "invalid" }],
  [{ "rules.requiredClaims[]": "charge" }, { "rules.requiredClaims": "claimsNeeded" }],
  [{ "rules.days.owners": "" }, { "rules.days.owners": "ownersDays" }],
  [{ "rules.days.court": "" }, { "rules.days.court": "actDays" }],
  [{ "rules.days.court": "0" }, { "rules.days.court": "ruleBounds" }],
  [
    { day: "tomorrow", act: "" },
    { day: "dateForm", act: "missing" },
  ],
])("what cannot be is said beside its field: %o", (change, fields) => {
  expect(readInput(newRuleSet, formOf(change))).toEqual({ ok: false, fields });
});

test("a rule that is left out is asked for", () => {
  const { members: _, ...rules } = founding;
  const read = readInput(newRuleSet, { ...terms(), rules });
  expect(read).toEqual({ ok: false, fields: { "rules.members": "missing" } });
});
