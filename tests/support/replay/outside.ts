import { confirmRuleSet, proposeRuleSet } from "@/lib/rules/write";
import { dayOf } from "@/lib/clock";
import { ruleSets } from "@/tests/law/support/subjects";
import type { Replay } from "./desk";

/** Another version comes into force at once, as two administrators bring it about. */
export async function putInForce(
  { desk, people }: Pick<Replay, "desk" | "people">,
  body: number,
  version: number,
): Promise<void> {
  const [admin, second] = people.administrators;
  const { version: _, ...said } = ruleSets[body]!;
  // Each differs from the one before it, and has the days without which there is none.
  const rules = { ...said, days: { owners: 30 + (version % 300), legal_act: 60, court: 60 } };
  const terms = { label: "replay", act: "Order 1", reason: "The model says so", day: dayOf(desk.clock()) };
  const proposed = await proposeRuleSet(desk, admin, { rules, ...terms });
  const right = () => Promise.resolve({ ok: true } as const);
  const confirmed = await confirmRuleSet(desk, second, { version, password: "" }, right);
  if (!proposed.ok || proposed.value.version !== version || !confirmed.ok)
    throw new Error(JSON.stringify({ proposed, confirmed }));
}

// What no act does yet, by the owner of the database: the chair goes on leave.

export async function setAbsence(r: Pick<Replay, "owner" | "people">, absent: boolean): Promise<void> {
  const { accountId } = r.people.actors.chair!;
  await r.owner.query("delete from absences where account_id = $1", [accountId]);
  if (absent)
    await r.owner.query(
      `insert into absences (id, account_id, from_date, to_date, reason)
       values (gen_random_uuid(), $1, '2020-01-01', '2100-01-01', 'Leave')`,
      [accountId],
    );
}
