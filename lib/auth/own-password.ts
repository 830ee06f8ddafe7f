import { log } from "@/lib/log";
import { badInput, done, type Result } from "@/lib/result";
import { findPerson, setPassword } from "@/lib/store/accounts";
import { appClient, appPool } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { endSessions, type LiveSession } from "@/lib/store/sessions";
import { inTransaction } from "@/lib/store/transaction";
import { checkPassword, isPassword } from "./credentials";
import { hashPassword, longestPassword, shortestPassword } from "./password";
import { openSession } from "./session";

export type OwnPassword = { current?: string; password: string; again: string };

/**
 * A person chooses their own password. The old one is asked for unless it was handed over and has just been
 * typed. Every session ends, this one too; the answer is the id of a new one for this browser.
 */
export async function chooseOwnPassword(
  session: LiveSession,
  wanted: OwnPassword,
  now: Date,
): Promise<Result<string, never>> {
  const { accountId } = session;
  const person = await findPerson(appPool(), accountId);
  if (!person || session.waits) return { ok: false, kind: "signed_out" };
  const wrong = wrongWith(wanted, person.login);
  if (wrong) return badInput(wrong);
  if (!session.passwordTemporary) {
    const checked = await checkPassword(appPool(), accountId, wanted.current ?? "");
    if (!checked.ok) return badInput({ current: checked.why === "wrong" ? "passwordWrong" : "tooManyTries" });
  }
  if (await isPassword(appPool(), accountId, wanted.password)) return badInput({ password: "passwordSame" });
  const hash = await hashPassword(wanted.password);
  await inTransaction(appClient(), async (tx) => {
    await setPassword(tx, { accountId, hash, givenBy: null });
    await endSessions(tx, { accountId, reason: "password", at: now });
    const actor = { id: accountId, name: person.name, role: null, body: null, delegation: null };
    const payload = { kind: "account", what: "password_chosen", account: accountId, facts: {} } as const;
    await append(tx, [{ actor, at: now, payload }]);
  });
  log.info("password_chosen", { account: accountId });
  return done(await openSession(appPool(), accountId, now));
}

function wrongWith({ password, again }: OwnPassword, login: string): Record<string, string> | null {
  if (password.length < shortestPassword) return { password: "passwordShort" };
  if (password.length > longestPassword) return { password: "tooBig" };
  if (password.toLowerCase().includes(login)) return { password: "passwordHasLogin" };
  if (new Set(password).size < 5) return { password: "passwordPlain" };
  return password === again ? null : { again: "passwordsDiffer" };
}
