import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkCredentials, checkPassword } from "@/lib/auth/credentials";
import { hashPassword } from "@/lib/auth/password";
import { addressOf } from "@/lib/auth/rate-limit";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { freshDatabase, type TestDatabase } from "../support/database";

const password = "a good long password";
let database: TestDatabase;
let connection: Connection;
let accountId: string;

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.appUrl);
  const [known, gone] = [newId(), newId()];
  accountId = known;
  const common = { name: "N", password_hash: await hashPassword(password) };
  await connection.prisma.accounts.createMany({
    data: [
      { id: known, login: "known", ...common },
      { id: gone, login: "disabled", disabled_at: new Date(), ...common },
    ],
  });
});
beforeEach(() => connection.pool.query("delete from rate_limits"));
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const attempt = (login: string, typed: string, address = "any") =>
  checkCredentials(connection.pool, { login, password: typed, address });

test("the right password lets in, however the login is typed", async () => {
  expect(await attempt(" KNOWN ", password)).toEqual({ ok: true, accountId });
});

test("an unknown login, a disabled account and a wrong password get the same answer", async () => {
  const wrong = { ok: false, why: "wrong" };
  expect(await attempt("known", "not it")).toEqual(wrong);
  expect(await attempt("unknown", password)).toEqual(wrong);
  expect(await attempt("disabled", password)).toEqual(wrong);
  expect(await attempt("operator", "")).toEqual(wrong);
});

test("an unknown login takes as long as a wrong password", async () => {
  const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 16; round++) {
    for (const login of ["known", "unknown"] as const) {
      await connection.pool.query("delete from rate_limits");
      const begun = performance.now();
      await attempt(login, "not it");
      took[login].push(performance.now() - begun);
    }
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[8]!;
  const ratio = median(took.unknown) / median(took.known);
  // Without the decoy an unknown login answers some twenty times sooner.
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test.each(["known", "unknown"])(
  "the sixth try for %s is refused, even with the right password",
  async (login) => {
    for (let tries = 1; tries <= 5; tries++) {
      expect(await attempt(login, "not it")).toEqual({ ok: false, why: "wrong" });
    }
    expect(await attempt(login, password)).toEqual({ ok: false, why: "too_many" });
    expect(await attempt(login.toUpperCase(), password)).toEqual({ ok: false, why: "too_many" });
    expect(await attempt("somebody.else", password)).toEqual({ ok: false, why: "wrong" });
  },
);

test("a good try forgives the bad ones before it", async () => {
  for (let round = 1; round <= 3; round++) {
    for (let tries = 1; tries <= 4; tries++) await attempt("known", "not it");
    expect(await attempt("known", password)).toEqual({ ok: true, accountId });
  }
});

test("forty bad tries at once are judged five times", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => attempt("known", "not it")));
  expect(answers.filter((answer) => !answer.ok && answer.why === "wrong")).toHaveLength(5);
});

test("after fifteen minutes there are tries again", async () => {
  for (let tries = 1; tries <= 6; tries++) await attempt("known", "not it");
  const { rows } = await connection.pool.query<{ expire: bigint }>("select expire from rate_limits");
  const left = Number(rows[0]!.expire) - Date.now();
  expect(left).toBeGreaterThan(14 * 60_000);
  expect(left).toBeLessThanOrEqual(15 * 60_000);
  await connection.pool.query("update rate_limits set expire = expire - 15 * 60 * 1000");
  expect(await attempt("known", password)).toEqual({ ok: true, accountId });
});

test("what is typed as a login is not kept", async () => {
  await attempt("my secret password", "x");
  const { rows } = await connection.pool.query<{ key: string }>("select key from rate_limits");
  expect(rows).toHaveLength(1);
  expect(rows[0]!.key).not.toContain("secret");
});

test("entering the password again is limited as well, apart from signing in", async () => {
  for (let tries = 1; tries <= 5; tries++) {
    expect(await checkPassword(connection.pool, accountId, "not it")).toEqual({ ok: false, why: "wrong" });
  }
  expect(await checkPassword(connection.pool, accountId, password)).toEqual({ ok: false, why: "too_many" });
  expect(await attempt("known", password)).toEqual({ ok: true, accountId });
});

test("an address that the sender wrote counts only as far as our own proxies vouch for it", () => {
  delete process.env.AQTALU_PROXIES;
  expect(addressOf("1.1.1.1")).toBe("any");
  process.env.AQTALU_PROXIES = "1";
  expect(addressOf("6.6.6.6, 2.2.2.2")).toBe("2.2.2.2");
  expect(addressOf(null)).toBe("any");
  delete process.env.AQTALU_PROXIES;
});
