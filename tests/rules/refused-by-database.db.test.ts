import type pg from "pg";
import { describe, expect, test } from "vitest";
import { proposeRuleSet } from "@/lib/rules/write";
import { bringIntoForce, terms } from "@/tests/support/rules";
import { openRoom } from "./room";

const room = openRoom();

describe("the database refuses by itself", () => {
  const met = async (client: pg.Client | pg.Pool, sql: string, ...values: unknown[]): Promise<string> => {
    try {
      await client.query(sql, values);
      return "let in";
    } catch (fault) {
      const { constraint, code, message } = fault as { constraint?: string; code: string; message: string };
      return constraint ? `${constraint}: ${message}` : code;
    }
  };
  const denied = "42501";
  const insert = `insert into rule_sets (version, body, label, act, reason, in_force_from, proposed_by, proposed_at)
    select $1, body, 'x', 'x', 'x', $2, $3, now() from rule_sets where version = 1`;

  test("the application changes nothing of a version but its end", async () => {
    await proposeRuleSet(room.desk, room.people.administrator, terms({ members: 3 }));
    for (const change of ["body = '{}'", "label = 'x'", "act = 'x'", "version = 9", "proposed_by = null"])
      expect(await met(room.db.pool, `update rule_sets set ${change} where version = 2`)).toBe(denied);
    expect(await met(room.db.pool, "delete from rule_sets where version = 2")).toBe(denied);
    expect(await met(room.db.pool, "truncate rule_sets")).toBe(denied);
    expect(
      await met(
        room.db.pool,
        "insert into rule_sets (version, body, label, in_force_from, confirmed_by) values (3, '{}', 'x', now(), null)",
      ),
    ).toBe(denied);
  });

  test("a version out of turn, a second proposal, a version that begins confirmed", async () => {
    const { accountId } = room.people.administrator;
    expect(await met(room.db.pool, insert, 3, new Date(), accountId)).toContain("follows on the newest");
    expect(await met(room.db.pool, insert, 2, new Date(), accountId)).toBe("let in");
    expect(await met(room.db.pool, insert, 3, new Date(), accountId)).toContain("rule_sets_one_waiting");
    expect(
      await met(
        room.owner,
        `insert into rule_sets (version, body, label, act, reason, in_force_from, proposed_by, proposed_at, confirmed_by, confirmed_at)
         values (3, '{}', 'x', 'x', 'x', now(), $1, now(), $2, now())`,
        accountId,
        room.second.accountId,
      ),
    ).toContain("begins as a proposal");
  });

  const set = (terms: string) => `update rule_sets set ${terms} where version = 2`;
  const by = "confirmed_by = $1, confirmed_at = now()";

  test("one person for both, a day in the past, a confirmation at another time", async () => {
    await proposeRuleSet(room.desk, room.people.administrator, terms({ members: 3 }));
    const own = room.people.administrator.accountId;
    const other = room.second.accountId;
    expect(await met(room.db.pool, set(`${by}, in_force_from = now()`), own)).toContain(
      "rule_sets_two_people",
    );
    expect(await met(room.db.pool, set("confirmed_by = $1"), other)).toContain("as it is");
    expect(await met(room.db.pool, set(by), other)).toContain("rule_sets_not_back");
    expect(await met(room.db.pool, set(`${by}, in_force_from = now() - interval '9 days'`), other)).toContain(
      "no earlier than proposed",
    );
    expect(
      await met(
        room.db.pool,
        set("confirmed_by = $1, confirmed_at = now() - interval '2 hours', in_force_from = now()"),
        other,
      ),
    ).toContain("confirmed now");
    expect(await met(room.db.pool, set("in_force_from = in_force_from + interval '1 day'"))).toContain(
      "as it is",
    );
    expect(await met(room.db.pool, set(`${by}, in_force_from = now()`), other)).toBe("let in");
  });

  test("a version that was confirmed or withdrawn, even to the owner of the database", async () => {
    await bringIntoForce(room.desk, [room.people.administrator, room.second], { members: 3 });
    const closed = "this rule set is closed";
    for (const change of ["body = '{}'", "label = 'x'", "withdrawn_at = now()", "in_force_from = now()"]) {
      expect(await met(room.owner, set(change))).toContain(closed);
      expect(await met(room.owner, `update rule_sets set ${change} where version = 1`)).toContain(closed);
    }
    expect(await met(room.owner, "delete from rule_sets where version = 2")).toContain("never deleted");
    expect(await met(room.owner, "truncate rule_sets cascade")).not.toBe("let in");
  });
});
