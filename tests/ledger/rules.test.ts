import { expect, test } from "vitest";
import { hashOf } from "@/lib/ledger/canonical";
import { act, entry, make, proc, row, T, trust } from "@/tests/support/hand-made";
import { bothVerdicts } from "@/tests/support/judge";
import { founding } from "@/tests/support/rules";

const iso = (seconds: number) => new Date((T + seconds) * 1000).toISOString();
const body = { ...founding, members: 3 };
const sha256 = hashOf(body);

const by = (id: string, payload: object, at = 0) => entry(payload, { actor: { id }, at: iso(at) });
const rules = (work: string, more: object = {}) => ({
  ...{ kind: "rule_set", work: `${work}_rule_set`, version: 2, body, sha256, from: iso(0), ...more },
});
/** Version 1 as it stands in the table: it is older than the last rule. */
const { requirePasskey: _, ...founded } = founding;
const proposed = by("a", rules("propose"));
const confirmed = by("b", rules("confirm"));
const withdrawn = by("b", rules("withdraw"));
const signature = { answer: "for", dossier: "d", id: "s", outcome: "full", question: "q", slot: "chair" };
const signed = (version: unknown, at = 0) =>
  by("m", act({ signature: { ...signature, rules: version } }), at);

const first = {
  ...{ body: hashOf(founded), confirmedBy: null, from: "2020-01-01T00:00:00.000Z" },
  ...{ proposedBy: null, withdrawnBy: null },
};
const next = { body: sha256, confirmedBy: null, from: iso(0), proposedBy: "a", withdrawnBy: null };
const one = row("rules", "1", first);
const two = (more: object = {}) => row("rules", "2", { ...next, ...more });
const inForce = [one, two({ confirmedBy: "b" })];
const signatureRow = row("signatures", "s", {
  ...{ account: "m", answer: "for", dossier: "d", outcome: "full", proceeding: "p", question: "q" },
  ...{ slot: "chair", void: null },
});
const withSignature = (held: readonly string[]) => [row("proceedings", "p", proc()), ...held, signatureRow];

type Case = [entries: readonly object[], rows: readonly string[], faults: string[]];
const cases: Record<string, Case> = {
  "no word of rules, and no table of them": [[], [], []],
  "no word of rules beside the founding ones": [[], [one], []],
  "founding rules that are others": [[], [row("rules", "1", { ...first, body: sha256 })], ["state –"]],
  "rules that nobody entered": [[], [one, two({ confirmedBy: "b" })], ["state –"]],
  "rules that are entered and not there": [[proposed, confirmed], [one], ["state –"]],
  "founding rules that are gone": [[proposed], [two()], ["state –"]],
  "a proposal": [[proposed], [one, two()], []],
  "a proposal that is confirmed in the table alone": [[proposed], inForce, ["state –"]],
  "two people": [[proposed, confirmed], inForce, []],
  "a proposal that is withdrawn": [[proposed, withdrawn], [one, two({ withdrawnBy: "b" })], []],
  "one person for both": [
    [proposed, by("a", rules("confirm"))],
    [one, two({ confirmedBy: "a" })],
    ["order 1"],
  ],
  "a confirmation of what nobody proposed": [[confirmed], [one], ["order 0"]],
  "a second confirmation": [[proposed, confirmed, confirmed], inForce, ["order 2"]],
  "a confirmation after the withdrawal": [
    [proposed, withdrawn, confirmed],
    [one, two({ confirmedBy: "b", withdrawnBy: "b" })],
    ["order 2"],
  ],
  "a second proposal while one waits": [
    [proposed, by("a", rules("propose", { version: 3 }))],
    [one, two(), row("rules", "3", next)],
    ["order 1"],
  ],
  "a version out of turn": [
    [by("a", rules("propose", { version: 4 }))],
    [one, row("rules", "4", next)],
    ["order 0"],
  ],
  "a hash of other rules": [[by("a", rules("propose", { body: founding }))], [one, two()], ["order 0"]],
  "a confirmation of other rules than were proposed": [
    [proposed, by("b", rules("confirm", { body: founding, sha256: hashOf(founding) }))],
    inForce,
    ["order 1"],
  ],
  "a confirmation for a day that is past": [[proposed, by("b", rules("confirm"), 1)], inForce, ["order 1"]],
  "a confirmation for a day before the one proposed": [
    [by("a", rules("propose", { from: iso(9) })), confirmed],
    inForce,
    ["order 1"],
  ],
  "a confirmation for a day before that of the newest": [
    [
      ...[by("a", rules("propose", { from: iso(9) })), by("b", rules("confirm", { from: iso(9) }))],
      ...[by("a", rules("propose", { version: 3 })), by("b", rules("confirm", { version: 3 }))],
    ],
    [one, two({ confirmedBy: "b", from: iso(9) }), row("rules", "3", { ...next, confirmedBy: "b" })],
    ["order 3"],
  ],
  "a work that there is not": [[proposed, by("b", rules("repeal"))], [one, two()], ["order 1"]],
  "a day that there is not": [
    [by("a", rules("propose", { from: "2027-02-30T00:00:00.000Z" }))],
    [one],
    ["entry 0"],
  ],
  "a signature by the founding rules": [[signed(1)], withSignature([one]), []],
  "a signature by rules that only wait": [[proposed, signed(2)], withSignature([one, two()]), ["order 1"]],
  "a signature by rules that there are not": [[signed(7)], withSignature([one]), ["order 0"]],
  "a signature by rules without a number": [[signed("1")], [one], ["entry 0"]],
  "a signature by rules in force": [[proposed, confirmed, signed(2, 1)], withSignature(inForce), []],
  "a signature before they were in force": [
    [proposed, confirmed, signed(2, -1)],
    withSignature(inForce),
    ["order 2"],
  ],
  "a signature by the rules before, begun before": [
    [proposed, confirmed, signed(1, 3600)],
    withSignature(inForce),
    [],
  ],
  "a signature by rules that were in force an hour ago": [
    [proposed, confirmed, signed(1, 3601)],
    withSignature(inForce),
    ["order 2"],
  ],
};

test.each(Object.entries(cases))("%s", async (_, [entries, rows, faults]) => {
  const { ours, other } = await bothVerdicts(make(entries, { rows: [...rows] }), trust);
  expect(other).toEqual(ours);
  expect(ours.faults).toEqual(faults);
});
