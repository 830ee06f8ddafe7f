import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, disableAccount } from "@/lib/accounts/write";
import {
  confirm,
  end,
  proposeAppointment,
  proposeClearance,
  proposeDelegation,
} from "@/lib/appointments/write";
import type { Actor } from "@/lib/law/actor";
import type { Role } from "@/lib/law/words";
import { act, newPerson, now, openOffice, today } from "./office";

let house: Awaited<ReturnType<typeof openOffice>>;
let admin: Actor;
let second: Actor;
let secretary: Actor;
let counter = 0;

beforeAll(async () => {
  house = await openOffice();
  admin = await house.as(house.ids.admin);
  second = await house.as(house.ids.second);
  secretary = await house.as(house.ids.secretary);
});
afterAll(() => house.close());

const refusal = (condition: string, article?: string) =>
  expect.objectContaining({
    kind: "refusal",
    refusals: [expect.objectContaining(article ? { condition, article } : { condition })],
  });

const person = () => newPerson(house.desk, admin, `person.${++counter}`);

async function propose(accountId: string, role: Role, bodyId: string, by = admin) {
  const proposed = await proposeAppointment(house.desk, by, { accountId, role, bodyId, act, from: today });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  return { kind: "appointment", id: proposed.value.id, accountId } as const;
}

async function eventsAbout(accountId: string) {
  const { rows } = await house.connection.pool.query<{
    act: string;
    article: string | null;
    refused: boolean;
  }>(
    `select act, article, refused from events
     where convert_from(bytes, 'UTF8')::jsonb #>> '{payload,about,account}' = $1
        or convert_from(bytes, 'UTF8')::jsonb #>> '{payload,account}' = $1 order by seq`,
    [accountId],
  );
  return rows.map((row) => `${row.article ?? "–"} ${row.act}${row.refused ? " refused" : ""}`);
}

test("a member is proposed by an administrator and confirmed by the secretary, and only then holds it", async () => {
  const accountId = await person();
  const grant = await propose(accountId, "member", house.commission);
  expect((await house.as(accountId)).offices).toEqual([]);
  expect(await confirm(house.desk, second, grant)).toEqual(refusal("heldRole", "N5"));
  expect(await confirm(house.desk, secretary, grant)).toEqual({ ok: true, value: null });
  expect((await house.as(accountId)).offices).toMatchObject([{ role: "member", bodyKind: "commission" }]);
  expect(await eventsAbout(accountId)).toEqual([
    "N1 create_account",
    "N3 propose_appointment",
    "N5 confirm_expert_appointment refused",
    "N5 confirm_expert_appointment",
  ]);
});

test("an archivist is confirmed by the second administrator, not by the one who proposed", async () => {
  const accountId = await person();
  const grant = await propose(accountId, "archivist", await house.body("archive"));
  expect(await confirm(house.desk, admin, grant)).toEqual(refusal("notProposer", "N4"));
  expect(await confirm(house.desk, secretary, grant)).toEqual(refusal("heldRole", "N4"));
  expect(await confirm(house.desk, second, grant)).toEqual({ ok: true, value: null });
  expect(await confirm(house.desk, second, grant)).toEqual(refusal("waiting"));
});

test("nobody confirms for themself", async () => {
  const group = await house.body("group");
  const grant = await propose(house.ids.secretary, "expert", group);
  expect(await confirm(house.desk, secretary, grant)).toEqual(refusal("notForSelf"));
  const own = await propose(house.ids.second, "administrator", house.office);
  expect(await confirm(house.desk, second, own)).toEqual(refusal("notForSelf"));
});

test("two people who confirm at once: one does", async () => {
  const accountId = await person();
  const grant = await propose(accountId, "expert", await house.body("group"));
  const answers = await Promise.all([1, 2, 3, 4].map(() => confirm(house.desk, secretary, grant)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
});

test("a role is held only in a body of its kind, and nothing beside administering or auditing", async () => {
  const accountId = await person();
  const wanted = { accountId, act, from: today };
  expect(
    await proposeAppointment(house.desk, admin, { ...wanted, role: "archivist", bodyId: house.commission }),
  ).toEqual(refusal("seatFits", "N3"));
  await propose(accountId, "auditor", house.office);
  expect(
    await proposeAppointment(house.desk, admin, { ...wanted, role: "member", bodyId: house.commission }),
  ).toEqual(refusal("rolesApart", "N3"));
});

test("a secretary proposes nothing, and an expert makes no account", async () => {
  const accountId = await person();
  const terms = { accountId, role: "member", bodyId: house.commission, act, from: today } as const;
  expect(await proposeAppointment(house.desk, secretary, terms)).toEqual(refusal("heldRole", "N3"));
  const wanted = { login: "never.made", name: "N", locale: "kk", passwordHash: "x" } as const;
  expect(await createAccount(house.desk, secretary, wanted)).toEqual(refusal("heldRole", "N1"));
  expect(await createAccount(house.desk, admin, { ...wanted, login: "admin.one" })).toEqual({
    ok: false,
    kind: "input",
    fields: { login: "loginTaken" },
  });
});

test("the command line confirms the first chair alone; the next one waits for somebody", async () => {
  const grants = [];
  for (const accountId of [await person(), await person()]) {
    grants.push(await propose(accountId, "chair", house.commission, house.operator));
  }
  expect(await confirm(house.desk, house.operator, grants[0]!)).toEqual({ ok: true, value: null });
  expect(await confirm(house.desk, house.operator, grants[1]!)).toEqual(refusal("firstHolder"));
  const member = await propose(await person(), "member", house.commission, house.operator);
  expect(await confirm(house.desk, house.operator, member)).toEqual(refusal("firstHolder"));
});

test("a delegation is acted on in one's own name, while it and the office under it last", async () => {
  const [holder, substitute] = [await person(), await person()];
  const office = await propose(holder, "deputy", house.commission);
  const period = { act, from: today, to: "2026-09-10" };
  const order = { accountId: substitute, appointmentId: office.id, ...period };
  expect(await proposeDelegation(house.desk, admin, order)).toEqual(refusal("seatFits"));
  await confirm(house.desk, second, office);
  expect(await proposeDelegation(house.desk, admin, { ...order, accountId: holder })).toEqual(
    refusal("notOwnOffice"),
  );
  const proposed = await proposeDelegation(house.desk, admin, order);
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  const grant = { kind: "delegation", id: proposed.value.id, accountId: substitute } as const;
  await confirm(house.desk, second, grant);
  expect((await house.as(substitute)).offices).toMatchObject([{ role: "deputy", delegationId: grant.id }]);
  await end(house.desk, admin, office);
  expect((await house.as(substitute)).offices).toEqual([]);
});

test("a clearance counts once it is confirmed: for one agency, or for all", async () => {
  const accountId = await person();
  const agency = await house.body("agency");
  for (const [agencyId, expected] of [
    [agency, [agency]],
    ["all", "all"],
  ] as const) {
    const proposed = await proposeClearance(house.desk, admin, { accountId, agencyId, act, from: today });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    const grant = { kind: "clearance", id: proposed.value.id, accountId } as const;
    expect(await confirm(house.desk, admin, grant)).toEqual(refusal("notProposer"));
    expect(await confirm(house.desk, second, grant)).toEqual({ ok: true, value: null });
    expect((await house.as(accountId)).clearances).toEqual(expected);
  }
});

test("disabling ends the sessions, and is not done to oneself", async () => {
  const accountId = await person();
  const session = { id: accountId, account_id: accountId, expires_at: new Date(now.getTime() + 3_600_000) };
  await house.connection.prisma.sessions.create({ data: session });
  expect(await disableAccount(house.desk, admin, house.ids.admin)).toEqual(refusal("notForSelf", "N2"));
  expect(await disableAccount(house.desk, admin, accountId)).toEqual({ ok: true, value: null });
  expect(await disableAccount(house.desk, admin, accountId)).toEqual(refusal("accountLive", "N2"));
  expect(await house.connection.prisma.sessions.findUnique({ where: { id: accountId } })).toMatchObject({
    end_reason: "disabled",
  });
  await expect(house.as(accountId)).rejects.toThrow("disabled");
});

test("the database itself refuses one person as two", async () => {
  const accountId = await person();
  const grant = await propose(accountId, "archivist", await house.body("archive"));
  for (const by of [accountId, house.ids.admin]) {
    await expect(
      house.connection.pool.query(
        "update appointments set confirmed_by = $2, confirmed_at = now() where id = $1",
        [grant.id, by],
      ),
    ).rejects.toMatchObject({ constraint: "appointments_two_people" });
  }
});
