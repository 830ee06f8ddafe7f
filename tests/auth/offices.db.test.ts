import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOfAccount } from "@/lib/auth/actor";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let connection: Connection;
const [body, proposer, confirmer] = [newId(), newId(), newId()];

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.appUrl);
  for (const id of [proposer, confirmer]) await account(id);
  const names = { name_kk: "Т", name_ru: "Г", name_en: "G" };
  await connection.prisma.bodies.create({ data: { id: body, kind: "group", code: "g", ...names } });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

async function account(id = newId()): Promise<string> {
  await connection.prisma.accounts.create({ data: { id, login: id, name: "N" } });
  return id;
}

type Held = { from: string; to?: string; confirmed?: boolean; ended?: boolean };
const day = (text: string) => new Date(text);

async function expertWith({ from, to, confirmed = true, ended = false }: Held): Promise<string> {
  const account_id = await account();
  await connection.prisma.appointments.create({
    data: {
      id: newId(),
      account_id,
      role: "expert",
      body_id: body,
      act: "№ 1",
      from_date: day(from),
      to_date: to ? day(to) : null,
      proposed_by: proposer,
      ...(confirmed && { confirmed_by: confirmer, confirmed_at: day(from) }),
      ended_at: ended ? day(from) : null,
    },
  });
  return account_id;
}

test.each<[string, Held, boolean]>([
  ["the first day", { from: "2026-09-15" }, true],
  ["the last day", { from: "2026-09-01", to: "2026-09-15" }, true],
  ["without an end", { from: "2020-01-01" }, true],
  ["the day before", { from: "2026-09-16" }, false],
  ["the day after", { from: "2026-09-01", to: "2026-09-14" }, false],
  ["unconfirmed", { from: "2026-09-01", confirmed: false }, false],
  ["ended", { from: "2026-09-01", ended: true }, false],
])("an office on %s: held %s", async (_, held, counts) => {
  const actor = await actorOfAccount(connection.pool, await expertWith(held), "2026-09-15");
  expect(actor.offices.map((office) => office.role)).toEqual(counts ? ["expert"] : []);
});

test("an actor is frozen: nobody adds an office to it on the way", async () => {
  const actor = await actorOfAccount(connection.pool, await expertWith({ from: "2026-09-01" }), "2026-09-15");
  expect(() => Object.assign(actor, { offices: [] })).toThrow(TypeError);
});
