import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposeAppointment } from "@/lib/appointments/write";
import type { Keepers } from "@/lib/history/keepers";
import { trustIn } from "@/lib/history/verify";
import type { Verdict } from "@/lib/ledger/fault";
import { parseSignerKey } from "@/lib/ledger/keys";
import { printHead } from "@/lib/ledger/checkpoint";
import { printNote, signBody } from "@/lib/ledger/note";
import type { Actor } from "@/lib/law/actor";
import { connect, type Connection } from "@/lib/store/client";
import { newPerson } from "@/tests/accounts/office";
import { Attacker } from "@/tests/support/attacker";
import { attacks, type Scene } from "@/tests/support/attacks";
import { copyOf, freshDatabase, type TestDatabase } from "@/tests/support/database";
import { bothVerdicts, bundleOf, judge } from "@/tests/support/judge";
import { atSigning } from "@/tests/support/journeys";
import { freshKeepers, seal } from "@/tests/support/ledger";
import { office } from "@/tests/support/office";
import { bodies, cast, person, type Cast } from "@/tests/support/people";
import { bringIntoForce, deskOf } from "@/tests/support/rules";

let scene: Scene;

beforeAll(async () => {
  const [keepers, base] = [await freshKeepers(), await freshDatabase()];
  const kept = () => readFile(path.join(keepers.data, "far", "witness.checkpoint"), "utf8");
  let db = connect(base.appUrl);
  const people = await cast(db);
  const { proceeding } = await atSigning(db, people);
  const older = await seal(db, keepers);
  const seenOlder = await kept();
  await db.close();
  const backup = await copyOf(base);
  db = connect(base.appUrl);
  const { done } = office(db);
  await done(people.member1, { act: "sign", proceeding });
  await done(people.member2, { act: "sign", proceeding });
  await done(people.chair, { act: "sign", proceeding, basis: "decree" });
  const newest = await seal(db, keepers);
  const seen = { older: seenOlder, newest: await kept() };
  await db.close();
  scene = { keepers, backup, base, older, newest, seen, target: older + 1 };
});
afterAll(async () => {
  await Promise.all([scene.base.drop(), scene.backup.drop(), scene.keepers.drop()]);
});

/** What both verifiers say to somebody who is given the bundle, and knows the public keys and one checkpoint. */
async function verdictOn(
  database: TestDatabase,
  seen: string | null,
  keepers: Keepers = scene.keepers,
): Promise<Verdict> {
  const now = Math.floor(Date.now() / 1000) + 3600;
  const trust = { ...trustIn(keepers, seen ? [seen] : []), now };
  const lines = await bundleOf(database, trust);
  const { ours, other } = await bothVerdicts(Buffer.from(`${lines.join("\n")}\n`), trust);
  expect(other).toEqual(ours);
  return judge(lines, trust);
}

/** How far somebody goes to hide it. */
const means = {
  "a superuser": async () => undefined,
  "a superuser who makes the tree anew": (by: Attacker) => by.rehash(),
  "one who holds the log's key as well": async (by: Attacker) => {
    await by.rehash();
    await by.resign(scene.keepers.data, (size) => size <= scene.older);
  },
};
type Means = keyof typeof means;
const everyMeans = Object.keys(means) as Means[];

describe.each(attacks)("somebody $name", ({ alter, named, at, proven, from }) => {
  test.each(everyMeans)("%s", async (how) => {
    const database = await copyOf(from === "backup" ? scene.backup : scene.base);
    try {
      const attacker = await Attacker.at(database);
      try {
        await alter(attacker, scene);
        await means[how](attacker);
      } finally {
        await attacker.leave();
      }

      const verdict = await verdictOn(database, scene.seen.newest);
      const expected = typeof named === "string" ? named : named[everyMeans.indexOf(how)]!;
      const codes = verdict.faults.map(({ code }) => code);
      if (expected === null) expect(codes).toEqual([]);
      else expect(codes).toContain(expected);
      const { first } = verdict;
      if (at && how === "a superuser") expect(first).toBe(at(scene));
      // Never later than what was altered, never earlier than the last checkpoint that agrees.
      if (first !== null) {
        expect(first).toBeGreaterThanOrEqual(proven?.(scene) ?? scene.older);
        expect(first).toBeLessThanOrEqual(scene.newest);
      }

      // Somebody who holds the older checkpoint alone learns from where on nothing is proven.
      if (how === "one who holds the log's key as well") {
        const late = await verdictOn(database, scene.seen.older);
        expect(late.proven).toBe((proven ?? (() => scene.older))(scene));
      }
    } finally {
      await database.drop();
    }
  });
});

test("the clean copy is proven to its end", async () => {
  const verdict = await verdictOn(scene.base, scene.seen.newest);
  expect(verdict).toMatchObject({ faults: [], entries: scene.newest, proven: scene.newest });
});

test("a head that the log's key signed over other leaves is a fork, whatever the tables hold", async () => {
  const database = await copyOf(scene.base);
  try {
    const key = parseSignerKey(await readFile(path.join(scene.keepers.data, "keys", "log.key"), "utf8"));
    const body = printHead({ origin: key.name, size: scene.newest, root: Buffer.alloc(32, 1) });
    const attacker = await Attacker.at(database);
    await attacker.run("delete from ledger_cosignatures where size = $1", scene.newest);
    const note = printNote({ body, signatures: [signBody(body, key)] });
    await attacker.run("update ledger_checkpoints set note = $2 where size = $1", scene.newest, note);
    await attacker.leave();
    const { faults } = await verdictOn(database, scene.seen.newest);
    expect(faults.map(({ code }) => code)).toEqual(["root", "fork", "late"]);
  } finally {
    await database.drop();
  }
});

test("accounts and appointments made to pass one case are no break: they are told like every other act", async () => {
  const database = await freshDatabase();
  const db = connect(database.appUrl);
  const keepers = await freshKeepers();
  try {
    await cast(db);
    const { desk } = office(db);
    const admin = await person(db, "hasty.admin", "administrator", "office");
    const accountId = await newPerson(desk, admin, "convenient.member");
    const wanted = {
      accountId,
      role: "member",
      bodyId: bodies.commission,
      act: "No 1",
      from: "2026-11-01",
    } as const;
    expect((await proposeAppointment(desk, admin, wanted)).ok).toBe(true);
    await seal(db, keepers);
    const { faults } = await verdictOn(database, null, keepers);
    expect(faults).toEqual([]);
    const told = await db.pool.query<{ act: string }>(
      "select act from events where actor_id = $1 order by seq",
      [admin.accountId],
    );
    expect(told.rows.map(({ act }) => act)).toEqual(["create_account", "propose_appointment"]);
  } finally {
    await keepers.drop();
    await db.close();
    await database.drop();
  }
});

describe("rules that are loosened to pass one case", () => {
  /** A declassification that waits for its second member, two administrators, and what both verifiers say of it. */
  async function atTheBench(
    work: (at: {
      db: Connection;
      database: TestDatabase;
      people: Cast;
      admins: [Actor, Actor];
      proceeding: string;
    }) => Promise<void>,
  ): Promise<{ verdict: Verdict; acts: { act: string; name: string; article: string }[] }> {
    const database = await freshDatabase();
    const db = connect(database.appUrl);
    const keepers = await freshKeepers();
    try {
      const people = await cast(db);
      const admins: [Actor, Actor] = [
        people.administrator,
        await person(db, "friend", "administrator", "office"),
      ];
      const { proceeding } = await atSigning(db, people);
      await office(db).done(people.member1, { act: "sign", proceeding });
      const { rows } = await db.pool.query<{ last: bigint }>("select max(seq) as last from events");
      await work({ db, database, people, admins, proceeding });
      await seal(db, keepers);
      const acts = await db.pool.query<{ act: string; name: string; article: string }>(
        `select e.act, e.article, a.name from events e join accounts a on a.id = e.actor_id where e.seq > $1 order by e.seq`,
        [rows[0]!.last],
      );
      return { verdict: await verdictOn(database, null, keepers), acts: acts.rows };
    } finally {
      await keepers.drop();
      await db.close();
      await database.drop();
    }
  }

  test("by two who are allowed to: no break, and the history tells who did it, when and under which act", async () => {
    const { verdict, acts } = await atTheBench(async ({ db, people, admins, proceeding }) => {
      const desk = deskOf(db);
      const strict = await bringIntoForce(desk, admins, { members: 3 });
      await bringIntoForce(desk, [admins[1], admins[0]], { members: 2 });
      const { done } = office(db);
      await done(people.member2, { act: "sign", proceeding });
      await done(people.chair, { act: "sign", proceeding, basis: "decree" });
      expect((await db.prisma.decisions.findFirstOrThrow()).rules).toBe(strict + 1);
    });
    expect(verdict.faults).toEqual([]);
    expect(acts.filter(({ article }) => /^N/.test(article ?? ""))).toEqual([
      { act: "propose_rule_set", article: "N7", name: "administrator" },
      { act: "confirm_rule_set", article: "N8", name: "friend" },
      { act: "propose_rule_set", article: "N7", name: "friend" },
      { act: "confirm_rule_set", article: "N8", name: "administrator" },
    ]);
  });

  test("by one alone: refused, and the try is told", async () => {
    const { verdict, acts } = await atTheBench(async ({ db, people, admins: [admin] }) => {
      const alone = bringIntoForce(deskOf(db), [admin, admin], { requireLegalAct: false });
      await expect(alone).rejects.toThrow("notProposer");
      await expect(bringIntoForce(deskOf(db), [people.chair, admin], {})).rejects.toThrow("heldRole");
    });
    expect(verdict.faults).toEqual([]);
    expect(acts.map(({ act, name }) => `${act} ${name}`)).toEqual([
      "propose_rule_set administrator",
      "confirm_rule_set administrator",
      "propose_rule_set chair",
    ]);
  });

  test("in the table alone: what was judged by them is named, and so is the table", async () => {
    const { verdict } = await atTheBench(async ({ db, database, people, proceeding }) => {
      const attacker = await Attacker.at(database);
      await attacks.find(({ name }) => name.startsWith("brings rules"))!.alter(attacker, scene);
      await attacker.leave();
      // One member is enough by these rules, and one has signed.
      await office(db).done(people.chair, { act: "sign", proceeding, basis: "decree" });
    });
    const named = verdict.faults.map(({ code, at }) => `${code} ${at}`);
    expect(named).toEqual([`order entry ${verdict.first}`, "state rules 2"]);
    expect(verdict.first).toBeGreaterThan(0);
    expect(verdict.faults[0]!.what).toContain("judged by rules 2, which are none");
  });
});
