import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOfAccount, actorOfSession, operatorActor } from "@/lib/auth/actor";
import { authSecret, readSessionCookie } from "@/lib/auth/cookie";
import { endOwnSession, openSession, sealSession } from "@/lib/auth/session";
import { chooseOwnPassword } from "@/lib/auth/own-password";
import { hashPassword, matchesPassword } from "@/lib/auth/password";
import { closeConnections, connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { endSessions, findLiveSession, listLiveSessions } from "@/lib/store/sessions";
import { freshDatabase, type TestDatabase } from "../support/database";
import { setEnvironment } from "./environment";

const now = new Date("2026-09-01T06:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await freshDatabase();
  setEnvironment(database.appUrl);
  connection = connect(database.appUrl);
});
afterAll(async () => {
  await closeConnections();
  await connection.close();
  await database.drop();
});

async function person(
  more: { disabled_at?: Date; password_hash?: string; password_temporary?: boolean } = {},
) {
  const id = newId();
  await connection.prisma.accounts.create({ data: { id, login: id, name: "N", ...more } });
  return { id, session: await openSession(connection.pool, id, now) };
}

const live = (id: string, at = now) => findLiveSession(connection.pool, id, at);

test("a session acts until it expires", async () => {
  const { id, session } = await person();
  expect(await live(session, later(11))).toMatchObject({ accountId: id });
  expect(await live(session, later(12))).toBeNull();
});

test("an ended session is nobody, and others of the account are not touched by it", async () => {
  const { id, session } = await person();
  const other = await openSession(connection.pool, id, now);
  await endOwnSession({ id: session, accountId: id }, now);
  expect(await live(session)).toBeNull();
  expect(await live(other)).toMatchObject({ accountId: id });
  expect((await listLiveSessions(connection.pool, id, now)).map((one) => one.id)).toEqual([other]);
});

test("nobody ends another's session by naming it", async () => {
  const [mine, theirs] = [await person(), await person()];
  const ending = { accountId: mine.id, sessionId: theirs.session, reason: "ended", at: now } as const;
  expect(await endSessions(connection.prisma, ending)).toBe(0);
  expect(await live(theirs.session)).not.toBeNull();
});

test("a disabled account is nobody, whatever sessions it has", async () => {
  const { id, session } = await person();
  expect(await live(session)).not.toBeNull();
  await connection.prisma.accounts.update({ where: { id }, data: { disabled_at: now } });
  expect(await live(session)).toBeNull();
  await expect(actorOfAccount(connection.pool, id, "2026-09-01")).rejects.toThrow("disabled");
});

test("with a password that somebody else chose there is a session and no actor", async () => {
  const { session } = await person({ password_temporary: true });
  const found = await live(session);
  expect(found).toMatchObject({ passwordTemporary: true });
  expect(await actorOfSession(connection.pool, found!, now)).toBeNull();
  const settled = await live((await person()).session);
  expect(await actorOfSession(connection.pool, settled!, now)).toMatchObject({ sessionId: settled!.id });
});

test("only a cookie sealed with our secret names a session", async () => {
  const { session } = await person();
  const { value, httpOnly, sameSite, secure } = await sealSession(session);
  expect({ httpOnly, sameSite, secure }).toEqual({ httpOnly: true, sameSite: "lax", secure: false });
  expect(await readSessionCookie(value)).toBe(session);
  // Not its last letter, which may say less than it has room for.
  const seal = value.lastIndexOf(".") + 1;
  const altered = `${value.slice(0, seal)}${value[seal] === "x" ? "y" : "x"}${value.slice(seal + 1)}`;
  expect(await readSessionCookie(altered)).toBeNull();
  expect(await readSessionCookie(session)).toBeNull();
  const forged = await encode({ token: { sessionId: session }, secret: "another secret of the same length" });
  expect(await readSessionCookie(forged)).toBeNull();
  const meaningless = await encode({ token: { sub: session, sessionId: "' or true" }, secret: authSecret() });
  expect(await readSessionCookie(meaningless)).toBeNull();
});

test("a new password of one's own ends every session and opens one", async () => {
  const { id, session } = await person({ password_hash: await hashPassword("an older password") });
  const other = await openSession(connection.pool, id, now);
  const wanted = {
    current: "an older password",
    password: "тау мен дала арасы",
    again: "тау мен дала арасы",
  };
  const found = (await live(session))!;
  const refusals = [
    [{ ...wanted, current: "not it" }, { current: "passwordWrong" }],
    [{ ...wanted, password: "short", again: "short" }, { password: "passwordShort" }],
    [{ ...wanted, again: "something else" }, { again: "passwordsDiffer" }],
    [{ ...wanted, password: "aaaaaaaaaaaaaaa", again: "aaaaaaaaaaaaaaa" }, { password: "passwordPlain" }],
    [{ ...wanted, password: `${id}!`, again: `${id}!` }, { password: "passwordHasLogin" }],
    [{ ...wanted, password: "an older password", again: "an older password" }, { password: "passwordSame" }],
  ] as const;
  for (const [typed, fields] of refusals) {
    expect(await chooseOwnPassword(found, typed, now)).toEqual({ ok: false, kind: "input", fields });
  }
  expect(await live(other)).not.toBeNull();
  const chosen = await chooseOwnPassword(found, wanted, now);
  if (!chosen.ok) throw new Error(JSON.stringify(chosen));
  expect([await live(session), await live(other)]).toEqual([null, null]);
  expect(await live(chosen.value)).toMatchObject({ accountId: id, passwordTemporary: false });
  const { password_hash } = (await connection.prisma.accounts.findUnique({ where: { id } }))!;
  expect(await matchesPassword(password_hash, wanted.password)).toBe(true);
});

test("the operator holds no office", () => {
  expect(operatorActor("root")).toMatchObject({ name: "root", offices: [], clearances: [], sessionId: null });
});
