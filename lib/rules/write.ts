import type { z } from "zod";
import { snapshotOf, type Desk } from "@/lib/accounts/act";
import { dayOf, beginningOf } from "@/lib/clock";
import type { Actor, Office } from "@/lib/law/actor";
import {
  judgeRuleSet,
  type RuleMatter,
  type RuleRefusal,
  type RuleRuling,
  type RuleWork,
} from "@/lib/law/rule-making";
import type { Rules } from "@/lib/law/rule-set";
import { hashOf } from "@/lib/ledger/canonical";
import type { Payload } from "@/lib/ledger/entry";
import { badInput, done, refused, type Result } from "@/lib/result";
import { append } from "@/lib/store/events";
import {
  confirmRuleSet as writeConfirmation,
  insertRuleSet,
  listRuleSets,
  lockRuleSets,
  withdrawRuleSet as writeWithdrawal,
  type RuleSetRow,
} from "@/lib/store/rule-sets";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import type { confirmation, newRuleSet, withdrawal } from "./schema";
import { newestOf, proposalOf } from "./view";

export type RuleResult<V> = Result<V, RuleRefusal>;

/** Whether the password typed before a confirmation is the actor's; lib/auth says, the action brings it here. */
type Reauthenticate = (password: string) => Promise<{ ok: true } | { ok: false; why: "wrong" | "too_many" }>;

type Entered = Pick<Extract<Payload, { kind: "rule_set" }>, "version" | "from" | "reason"> & {
  body: Rules;
  label: string;
  act: string;
};
type Order = {
  work: RuleWork;
  /** None where the version comes into being with this work. */
  version: number | null;
  proposal: (rows: readonly RuleSetRow[]) => RuleMatter["proposal"];
  touch: (tx: Tx, at: Date, rows: readonly RuleSetRow[]) => Promise<Entered>;
};

/** Guard, change and history of one work on the rules, in one transaction. */
function workOnRules(desk: Desk, actor: Actor, order: Order): Promise<RuleResult<{ version: number }>> {
  const { work } = order;
  return inTransaction(desk.prisma, async (tx): Promise<RuleResult<{ version: number }>> => {
    const at = desk.clock();
    await lockRuleSets(tx);
    const rows = await listRuleSets(tx);
    const who = { id: actor.accountId, offices: actor.offices };
    const ruling = judgeRuleSet({
      ...{ work, actor: who, proposal: order.proposal(rows), today: dayOf(at) },
      ...newestOf(rows),
    });
    const write = (payload: Payload, office: Office | null) =>
      append(tx, [{ at, sample: desk.sample === true, actor: snapshotOf(actor, office), payload }]);
    if (!ruling.granted) {
      const about = { rules: order.version === null ? null : String(order.version) };
      await write({ kind: "refusal", act: work, ...ruling.refusal, about }, actor.offices[0] ?? null);
      return refused(ruling.refusal);
    }
    const entered = await order.touch(tx, at, rows);
    await write(entryOf(work, ruling, entered), ruling.office);
    return done({ version: entered.version });
  });
}

function entryOf(
  work: RuleWork,
  { article }: Extract<RuleRuling, { granted: true }>,
  { version, from, reason, body, label, act }: Entered,
): Payload {
  const facts = { label, act };
  return { kind: "rule_set", work, article, version, sha256: hashOf(body), body, from, reason, facts };
}

/** Proposes a whole rule set under an act (N7); it judges nothing until somebody else confirms it. */
export function proposeRuleSet(
  desk: Desk,
  actor: Actor,
  { rules, label, act, reason, day }: z.output<typeof newRuleSet>,
): Promise<RuleResult<{ version: number }>> {
  return workOnRules(desk, actor, {
    work: "propose_rule_set",
    version: null,
    proposal: () => ({ by: actor.accountId, rules, day, waits: false }),
    touch: async (tx, at, rows) => {
      const version = rows[0]!.version + 1;
      const from = beginningOf(day);
      const proposedBy = actor.accountId;
      await insertRuleSet(tx, { version, body: rules, label, act, reason, from, proposedBy, at });
      return { version, body: rules, label, act, from: from.toISOString(), reason: { text: reason } };
    },
  });
}

/** Somebody else than who proposed it confirms (N8): in force from its day, or from now where that is past. */
export async function confirmRuleSet(
  desk: Desk,
  actor: Actor,
  { version, password }: z.output<typeof confirmation>,
  reauthenticate: Reauthenticate,
): Promise<RuleResult<{ version: number }>> {
  const checked = await reauthenticate(password);
  if (!checked.ok) return badInput({ password: checked.why === "wrong" ? "passwordWrong" : "tooManyTries" });
  return workOnRules(desk, actor, {
    work: "confirm_rule_set",
    version,
    proposal: (rows) => proposalOf(oneOf(rows, version)),
    touch: async (tx, at, rows) => {
      const row = oneOf(rows, version)!;
      const from = new Date(Math.max(Date.parse(row.from), at.getTime()));
      await writeConfirmation(tx, { version, from, by: actor.accountId, at });
      return { ...entered(row), from: from.toISOString(), reason: null };
    },
  });
}

/** Takes a proposal back, or turns it down (N9). */
export function withdrawRuleSet(
  desk: Desk,
  actor: Actor,
  { version, reason }: z.output<typeof withdrawal>,
): Promise<RuleResult<{ version: number }>> {
  return workOnRules(desk, actor, {
    work: "withdraw_rule_set",
    version,
    proposal: (rows) => proposalOf(oneOf(rows, version)),
    touch: async (tx, at, rows) => {
      await writeWithdrawal(tx, { version, reason, by: actor.accountId, at });
      return { ...entered(oneOf(rows, version)!), reason: { text: reason } };
    },
  });
}

const oneOf = (rows: readonly RuleSetRow[], version: number): RuleSetRow | undefined =>
  rows.find((row) => row.version === version);

function entered({ version, body, label, act, from }: RuleSetRow): Omit<Entered, "reason"> {
  return { version, body, label, act: act ?? "", from: new Date(from).toISOString() };
}
