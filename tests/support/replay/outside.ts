import { ruleSets } from "@/tests/law/support/subjects";
import type { Replay } from "./desk";

// What no act does yet, by the owner of the database: rules come into force, the chair goes on leave.

export async function putInForce(r: Pick<Replay, "owner">, body: number, version: number): Promise<void> {
  await r.owner.query(
    "insert into rule_sets (version, body, label, in_force_from) values ($1, $2, 'replay', '2020-01-01')",
    [version, ruleSets[body]],
  );
}

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
