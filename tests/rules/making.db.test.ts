import { expect, test } from "vitest";
import { dayOf, beginningOf } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { hashOf } from "@/lib/ledger/canonical";
import { readRules, readRuleSet } from "@/lib/rules/read";
import { confirmRuleSet, proposeRuleSet, withdrawRuleSet } from "@/lib/rules/write";
import { loadRules } from "@/lib/store/matters";
import { sealAndCheck } from "@/tests/support/ledger";
import { bringIntoForce, founding, mistyped, terms, typed } from "@/tests/support/rules";
import { openRoom } from "./room";

const day = 24 * 3600_000;
const room = openRoom();

const propose = (actor: Actor, ...given: Parameters<typeof terms>) =>
  proposeRuleSet(room.desk, actor, terms(...given));
const confirm = (actor: Actor, version: number) =>
  confirmRuleSet(room.desk, actor, { version, password: "" }, typed);
const withdraw = (actor: Actor, version: number) =>
  withdrawRuleSet(room.desk, actor, { version, reason: "A slip of the pen" });
const refusedBy = (condition: string) => ({ ok: false, kind: "refusal", refusals: [{ condition }] });
const at = (time: number) => loadRules(room.db.prisma, new Date(time));
const told = async () => {
  const { rows } = await room.db.pool.query<{
    entry: { actor: { id: string }; payload: Record<string, unknown> };
  }>("select convert_from(bytes, 'UTF8')::jsonb as entry from events order by seq");
  return rows.map(({ entry }) => entry);
};

test("one proposes, another confirms, and from then on it is what judges; each step is told once", async () => {
  const { administrator } = room.people;
  expect(await propose(administrator, { members: 3 })).toEqual({ ok: true, value: { version: 2 } });
  expect(await at(Date.now() + day)).toEqual({ ...founding, version: 1 });
  expect(await readRules(room.second, room.desk)).toMatchObject({
    waiting: { version: 2, state: "waiting", proposedBy: { name: administrator.name } },
    may: { propose: "noneWaits", confirm: true, withdraw: true },
  });

  expect(await confirm(room.second, 2)).toEqual({ ok: true, value: { version: 2 } });
  expect(await at(Date.now())).toEqual({ ...founding, members: 3, version: 2 });
  const page = await readRuleSet(room.people.member1, room.desk, 2);
  expect(page).toMatchObject({
    version: { state: "inForce", act: "Order 7 of 20 August", confirmedBy: { name: room.second.name } },
    before: { version: 1, state: "past" },
    book: { may: { propose: "heldRole", confirm: "heldRole", withdraw: "heldRole" } },
  });

  const [proposal, confirmation, ...rest] = await told();
  expect(rest).toEqual([]);
  const body = { ...founding, members: 3 };
  const common = { kind: "rule_set", version: 2, body, sha256: hashOf(body) };
  expect(proposal).toMatchObject({
    actor: { id: administrator.accountId },
    payload: { ...common, work: "propose_rule_set", article: "N7", reason: { text: terms().reason } },
  });
  expect(confirmation).toMatchObject({
    actor: { id: room.second.accountId },
    payload: { ...common, work: "confirm_rule_set", article: "N8", from: page!.version.from },
  });
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("nobody confirms what they proposed, and a wrong password confirms nothing: the try is told", async () => {
  await propose(room.people.administrator, { members: 3 });
  expect(await confirm(room.people.administrator, 2)).toMatchObject(refusedBy("notProposer"));
  expect(await confirm(room.people.secretary1, 2)).toMatchObject(refusedBy("heldRole"));
  expect(
    await confirmRuleSet(room.desk, room.second, { version: 2, password: "guess" }, mistyped),
  ).toMatchObject({
    ok: false,
    kind: "input",
    fields: { password: "passwordWrong" },
  });
  expect((await at(Date.now() + day)).version).toBe(1);
  const refusals = (await told())
    .slice(1)
    .map(({ payload }) => [payload.act, payload.condition, payload.about]);
  expect(refusals).toEqual([
    ["confirm_rule_set", "notProposer", { rules: "2" }],
    ["confirm_rule_set", "heldRole", { rules: "2" }],
  ]);
  expect(await confirm(room.second, 2)).toMatchObject({ ok: true });
});

test("a version for a later day waits for it, and another for the same day takes its place", async () => {
  const soon = dayOf(new Date(Date.now() + 9 * day));
  await propose(room.people.administrator, { members: 3 }, soon);
  await confirm(room.second, 2);
  const start = beginningOf(soon).getTime();
  expect((await at(start - 1)).version).toBe(1);
  expect((await at(start)).version).toBe(2);
  expect(await readRules(room.second, room.desk)).toMatchObject({
    inForce: { version: 1 },
    coming: [{ version: 2 }],
  });

  expect(await propose(room.second, { members: 4 })).toMatchObject(refusedBy("afterNewest"));
  expect(await propose(room.second, { members: 4 }, soon)).toMatchObject({ ok: true });
  expect(await confirm(room.people.administrator, 3)).toMatchObject({ ok: true });
  expect((await at(start)).version).toBe(3);
  const later = await readRules(room.second, { ...room.desk, clock: () => new Date(start + day) });
  expect(later.versions.map(({ version, state }) => [version, state])).toEqual([
    [3, "inForce"],
    [2, "never"],
    [1, "past"],
  ]);
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("what is confirmed after its day comes into force when it is confirmed", async () => {
  const slow = { ...room.desk, clock: () => new Date(Date.now() - 3 * day) };
  await proposeRuleSet(slow, room.people.administrator, terms({ members: 3 }, dayOf(slow.clock())));
  const before = Date.now();
  await confirm(room.second, 2);
  const { version } = (await readRuleSet(room.second, room.desk, 2))!;
  expect(Date.parse(version.from)).toBeGreaterThanOrEqual(before);
  expect(version.from).toBe(new Date(version.confirmedAt!).toISOString());
});

test("a withdrawn proposal keeps its number and never judges; the next one follows", async () => {
  await propose(room.people.administrator, { members: 3 });
  expect(await propose(room.second, { members: 4 })).toMatchObject(refusedBy("noneWaits"));
  expect(await withdraw(room.second, 2)).toEqual({ ok: true, value: { version: 2 } });
  expect(await confirm(room.second, 2)).toMatchObject(refusedBy("stillWaits"));
  expect(await withdraw(room.second, 2)).toMatchObject(refusedBy("stillWaits"));
  expect(await confirm(room.second, 9)).toMatchObject(refusedBy("proposalThere"));
  expect(await bringIntoForce(room.desk, [room.people.administrator, room.second], { members: 4 })).toBe(3);
  expect(await at(Date.now())).toMatchObject({ version: 3, members: 4 });
  expect(await readRuleSet(room.second, room.desk, 2)).toMatchObject({
    version: {
      state: "withdrawn",
      withdrawnReason: "A slip of the pen",
      withdrawnBy: { name: room.second.name },
    },
  });
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("of many who propose at once one does, and of many who confirm at once one does", async () => {
  const proposed = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      propose(n % 2 ? room.second : room.people.administrator, { members: 3 + (n % 4) }),
    ),
  );
  expect(proposed.filter(({ ok }) => ok)).toHaveLength(1);
  const [{ payload, actor }] = (await told()).filter((entry) => entry.payload.kind === "rule_set") as [
    Awaited<ReturnType<typeof told>>[number],
  ];
  const other = actor.id === room.second.accountId ? room.people.administrator : room.second;
  const confirmed = await Promise.all(
    Array.from({ length: 8 }, () => confirm(other, payload.version as number)),
  );
  expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  const rest = confirmed.filter(({ ok }) => !ok);
  for (const one of rest) expect(one).toMatchObject(refusedBy("stillWaits"));
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});
