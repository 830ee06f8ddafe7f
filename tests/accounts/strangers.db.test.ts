import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issuePasskeyCode } from "@/lib/accounts/passkey-code";
import { proposeReset } from "@/lib/accounts/reset";
import { createAccount, disableAccount, recordAbsence } from "@/lib/accounts/write";
import type { Actor } from "@/lib/law/actor";
import { newPerson, openOffice, today } from "./office";

let house: Awaited<ReturnType<typeof openOffice>>;
let admin: Actor;
let stranger: Actor;
let there: string;

beforeAll(async () => {
  house = await openOffice();
  admin = await house.as(house.ids.admin);
  there = await newPerson(house.desk, admin, "some.body");
  stranger = await house.as(there);
});
afterAll(() => house.close());

const met = (result: { ok: boolean; kind?: string; refusals?: readonly { condition: string }[] }) =>
  result.refusals?.[0]?.condition ?? result.kind ?? "done";

test("whoever administers nothing does not learn which logins there are", async () => {
  const wanted = { login: "some.body", name: "Another", locale: "kk", passwordHash: "–" } as const;
  expect(met(await createAccount(house.desk, stranger, wanted))).toBe("heldRole");
  expect(met(await createAccount(house.desk, stranger, { ...wanted, login: "no.body" }))).toBe("heldRole");
  expect(met(await createAccount(house.desk, admin, wanted))).toBe("input");
  expect(met(await createAccount(house.desk, admin, { ...wanted, login: "no.body" }))).toBe("done");
});

test("nor which accounts there are", async () => {
  const other = await newPerson(house.desk, admin, "third.party");
  const absent = { from: today, to: today, reason: "on leave" };
  for (const accountId of [other, randomUUID()]) {
    expect(met(await proposeReset(house.desk, stranger, { accountId, reason: "lost" }))).toBe("heldRole");
    expect(met(await issuePasskeyCode(house.desk, stranger, { accountId, codeHash: "–" }))).toBe("heldRole");
    expect(met(await disableAccount(house.desk, stranger, accountId))).toBe("heldRole");
    expect(met(await recordAbsence(house.desk, stranger, { accountId, ...absent }))).toBe("heldRole");
  }
  expect(met(await disableAccount(house.desk, admin, randomUUID()))).toBe("accountThere");
  expect(met(await disableAccount(house.desk, admin, other))).toBe("done");
});
