import { afterAll, beforeAll, expect, test } from "vitest";
import { issuePasskeyCode } from "@/lib/accounts/passkey-code";
import { confirmReset, proposeReset, withdrawReset } from "@/lib/accounts/reset";
import { COOLING } from "@/lib/ledger/check-signing";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { newPerson, now, openOffice } from "./office";

let house: Awaited<ReturnType<typeof openOffice>>;
let admin: Actor;
let second: Actor;
let counter = 0;

beforeAll(async () => {
  house = await openOffice();
  admin = await house.as(house.ids.admin);
  second = await house.as(house.ids.second);
});
afterAll(() => house.close());

const met = (result: { ok: boolean; refusals?: readonly { condition: string }[] }) =>
  result.ok ? "done" : result.refusals?.[0]?.condition;
const person = () => newPerson(house.desk, admin, `lost.${++counter}`);
const account = (id: string) => house.connection.prisma.accounts.findUniqueOrThrow({ where: { id } });

async function proposed(accountId: string): Promise<string> {
  const result = await proposeReset(house.desk, admin, { accountId, reason: "the telephone is lost" });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.reset;
}

async function keyed(accountId: string): Promise<void> {
  const passkey = { credential: newId(), cose: new Uint8Array(1), spki: "–", site: "localhost", counter: 0 };
  await house.connection.prisma.passkeys.create({
    data: { ...passkey, id: newId(), account_id: accountId, label: "key", transports: [], added_at: now },
  });
}

test("a reset takes two administrators; nothing changes at the first", async () => {
  const accountId = await person();
  await keyed(accountId);
  const before = await account(accountId);
  const reset = await proposed(accountId);
  expect(await account(accountId)).toEqual(before);
  const order = { accountId, reset, passwordHash: "new" };
  expect(met(await confirmReset(house.desk, admin, order))).toBe("notProposer");
  expect(met(await confirmReset(house.desk, house.operator, order))).toBe("administratorConfirms");
  expect(met(await confirmReset(house.desk, second, { ...order, reset: newId() }))).toBe("waiting");
  expect(await account(accountId)).toEqual(before);

  expect(met(await confirmReset(house.desk, second, order))).toBe("done");
  expect(await account(accountId)).toMatchObject({
    ...{ password_hash: "new", password_temporary: true, password_given_by: second.accountId },
    cooling_until: new Date(now.getTime() + COOLING * 1000),
  });
  const left = { account_id: accountId, ended_at: null };
  expect(await house.connection.prisma.passkeys.count({ where: left })).toBe(0);
  expect(met(await confirmReset(house.desk, second, order))).toBe("waiting");
  const told = await house.connection.pool.query<{ what: string; actor: string }>(
    `select convert_from(bytes, 'UTF8')::jsonb #>> '{payload,what}' what, actor_id actor from events
     where act = 'reset' and convert_from(bytes, 'UTF8')::jsonb #>> '{payload,account}' = $1 order by seq`,
    [accountId],
  );
  expect(told.rows).toEqual([
    { what: "proposed", actor: admin.accountId },
    { what: "confirmed", actor: second.accountId },
  ]);
});

test("nobody resets for themself, a second proposal waits for the first, and one can be taken back", async () => {
  const accountId = await person();
  expect(met(await proposeReset(house.desk, admin, { accountId: admin.accountId, reason: "lost" }))).toBe(
    "notForSelf",
  );
  const reset = await proposed(accountId);
  expect(met(await proposeReset(house.desk, second, { accountId, reason: "lost" }))).toBe("noneWaiting");
  expect(met(await withdrawReset(house.desk, second, { accountId, reset }))).toBe("done");
  expect(met(await confirmReset(house.desk, second, { accountId, reset, passwordHash: "x" }))).toBe(
    "waiting",
  );
  expect(met(await proposeReset(house.desk, second, { accountId, reason: "lost" }))).toBe("done");
});

test("the operator's account is nobody's to reset, and the operator proposes without confirming", async () => {
  const { accountId } = house.operator;
  expect(met(await proposeReset(house.desk, admin, { accountId, reason: "lost" }))).toBe("accountThere");
  const other = await person();
  expect(met(await proposeReset(house.desk, house.operator, { accountId: other, reason: "lost" }))).toBe(
    "done",
  );
});

test("an administrator whose own keys were reset confirms nothing while that cools down", async () => {
  const accountId = await person();
  const reset = await proposed(accountId);
  const cooling = { ...second, coolingUntil: now.getTime() + 1000 } as Actor;
  const order = { accountId, reset, passwordHash: "new" };
  expect(met(await confirmReset(house.desk, cooling, order))).toBe("cooledDown");
  expect(met(await confirmReset(house.desk, { ...cooling, coolingUntil: now.getTime() }, order))).toBe(
    "done",
  );
});

test("the code for a first passkey comes from another than who knew the password last", async () => {
  const accountId = await person();
  const issue = (actor: Actor) => issuePasskeyCode(house.desk, actor, { accountId, codeHash: newId() });
  expect(met(await issue(admin))).toBe("otherGavePassword");
  expect(met(await issue(second))).toBe("done");
  expect(met(await issue(second))).toBe("done");
  const live = { account_id: accountId, ended_at: null };
  expect(await house.connection.prisma.passkey_codes.count({ where: live })).toBe(1);
  await keyed(accountId);
  expect(met(await issue(second))).toBe("noPasskeyYet");
});

test("the database itself refuses a reset by one person", async () => {
  const accountId = await person();
  const reset = await proposed(accountId);
  for (const by of [admin.accountId, accountId]) {
    const alone = house.connection.prisma.resets.update({
      where: { id: reset },
      data: { closed_by: by, closed_at: now, confirmed: true },
    });
    await expect(alone).rejects.toThrow("resets_by_two");
  }
});
