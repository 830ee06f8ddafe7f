import { afterAll, beforeAll, expect, test } from "vitest";
import { readAccount, readAccounts, standingOf } from "@/lib/accounts/read";
import { confirm, end, proposeAppointment } from "@/lib/appointments/write";
import { findLiveSession } from "@/lib/store/sessions";
import { act, newPerson, now, openOffice, today } from "./office";

let house: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  house = await openOffice();
});
afterAll(() => house.close());

async function expertProposed(login: string) {
  const admin = await house.as(house.ids.admin);
  const accountId = await newPerson(house.desk, admin, login);
  const bodyId = await house.body("group");
  const wanted = { accountId, role: "expert", bodyId, act, from: today } as const;
  const proposed = await proposeAppointment(house.desk, admin, wanted);
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  return { kind: "appointment", id: proposed.value.id, accountId } as const;
}

test("accounts are there for administrators and secretaries, and for nobody else", async () => {
  const grant = await expertProposed("an.expert");
  await confirm(house.desk, await house.as(house.ids.secretary), grant);
  const expert = await house.as(grant.accountId);
  expect(await readAccounts(expert, house.desk, "ru")).toBeNull();
  expect(await readAccount(expert, house.desk, grant.accountId, "ru")).toBeNull();
  for (const id of [house.ids.admin, house.ids.secretary]) {
    const list = await readAccounts(await house.as(id), house.desk, "ru");
    expect(list?.find((account) => account.login === "an.expert")?.offices).toMatchObject([
      { role: "expert" },
    ]);
    expect(list?.some((account) => account.login === "operator")).toBe(false);
  }
});

test("the button to confirm is there for whoever the server would let confirm", async () => {
  const { accountId } = await expertProposed("waiting.one");
  const shown = async (id: string) => {
    const account = await readAccount(await house.as(id), house.desk, accountId, "kk");
    return account?.held.map(({ standing, confirm: may, mayEnd }) => ({ standing, may, mayEnd }));
  };
  expect(await shown(house.ids.secretary)).toEqual([{ standing: "waiting", may: true, mayEnd: false }]);
  expect(await shown(house.ids.admin)).toEqual([{ standing: "waiting", may: "heldRole", mayEnd: true }]);
});

test("an account's history names each work once, with article and actor, the newest first", async () => {
  const grant = await expertProposed("history.one");
  await confirm(house.desk, await house.as(house.ids.secretary), grant);
  await end(house.desk, await house.as(house.ids.admin), grant);
  const account = await readAccount(await house.as(house.ids.admin), house.desk, grant.accountId, "en");
  expect(account?.events.map(({ what, article, actor }) => [article, what, actor.name, actor.role])).toEqual([
    ["N6", "end_appointment", "Name of admin.one", "administrator"],
    ["N5", "confirm_expert_appointment", "Name of secretary", "secretary"],
    ["N3", "propose_appointment", "Name of admin.one", "administrator"],
    ["N1", "create_account", "Name of admin.one", "administrator"],
  ]);
  expect(account?.held.map((one) => one.standing)).toEqual(["past"]);
});

test("a change of offices ends the sessions of whom it concerns, and only theirs", async () => {
  const grant = await expertProposed("signed.in");
  const sessions = [grant.accountId, house.ids.secretary].map((account_id) => ({
    id: account_id,
    account_id,
    expires_at: new Date(now.getTime() + 3_600_000),
  }));
  await house.connection.prisma.sessions.createMany({ data: sessions });
  await confirm(house.desk, await house.as(house.ids.secretary), grant);
  expect(await findLiveSession(house.connection.pool, grant.accountId, now)).toBeNull();
  expect(await findLiveSession(house.connection.pool, house.ids.secretary, now)).not.toBeNull();
});

test.each([
  ["waiting", { confirmedBy: null, ended: false, from: "2026-09-01", to: null }],
  ["future", { confirmedBy: { id: "a", name: "A" }, ended: false, from: "2026-09-02", to: null }],
  ["live", { confirmedBy: { id: "a", name: "A" }, ended: false, from: "2026-08-01", to: "2026-09-01" }],
  ["past", { confirmedBy: { id: "a", name: "A" }, ended: false, from: "2026-08-01", to: "2026-08-31" }],
  ["past", { confirmedBy: null, ended: true, from: "2026-08-01", to: null }],
])("what is held reads as %s", (standing, held) => {
  expect(standingOf(held, today)).toBe(standing);
});
