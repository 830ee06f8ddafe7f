import { createHash } from "node:crypto";
import type pg from "pg";
import { log } from "@/lib/log";
import { findCredential, findCredentialById } from "@/lib/store/accounts";
import { matchesPassword } from "./password";
import { forgive, mayTry } from "./rate-limit";

export type Checked =
  | { ok: true; accountId: string }
  /** `wrong` covers a login that is not there, a disabled account and a wrong password alike. */
  | { ok: false; why: "wrong" | "too_many" };

/** A login as typed: outer blanks and case do not matter. */
export const foldLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();

export type Try = { login: string; password: string; address: string };

export async function checkCredentials(pool: pg.Pool, { login, password, address }: Try): Promise<Checked> {
  const folded = foldLogin(login);
  const key = `in:${digest(folded)}:${address}`;
  if (!(await mayTry(pool, key))) {
    log.warn("sign_in_too_many_tries", { address });
    return { ok: false, why: "too_many" };
  }
  const account = await findCredential(pool, folded);
  const matched = await matchesPassword(account?.passwordHash ?? null, password);
  if (!account || !matched) {
    log.warn("sign_in_refused", { address });
    return { ok: false, why: "wrong" };
  }
  await forgive(pool, key);
  return { ok: true, accountId: account.id };
}

/** For re-authentication of somebody signed in, before a signature or a new password; limited as well. */
export async function checkPassword(pool: pg.Pool, accountId: string, password: string): Promise<Checked> {
  const key = `again:${accountId}`;
  if (!(await mayTry(pool, key))) {
    log.warn("password_too_many_tries", { account: accountId });
    return { ok: false, why: "too_many" };
  }
  if (!(await isPassword(pool, accountId, password))) return { ok: false, why: "wrong" };
  await forgive(pool, key);
  return { ok: true, accountId };
}

/** Not limited: for comparing a new password with the old one, never for letting somebody in. */
export async function isPassword(pool: pg.Pool, accountId: string, password: string): Promise<boolean> {
  const account = await findCredentialById(pool, accountId);
  return matchesPassword(account?.passwordHash ?? null, password);
}

/** Logins do not stand in the table of limits: somebody may have typed a password there. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 24);
}
