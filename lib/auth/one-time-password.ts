import type { Result } from "@/lib/result";
import { hashOfCode } from "./code";
import { hashPassword, makeOneTimePassword } from "./password";

/**
 * Makes a password, hands its hash to `keep`, and answers with the password itself once that has been
 * granted. It is shown this one time: nothing but the hash stays.
 */
export async function withOneTimePassword<V extends object, R>(
  keep: (passwordHash: string) => Promise<Result<V, R>>,
): Promise<Result<V & { password: string }, R>> {
  const password = makeOneTimePassword();
  const kept = await keep(await hashPassword(password));
  return kept.ok ? { ok: true, value: { ...kept.value, password } } : kept;
}

/** The same for a code that is handed over: of it, too, nothing but the hash stays. */
export async function withCode<V extends object, R>(
  keep: (codeHash: string) => Promise<Result<V, R>>,
): Promise<Result<V & { code: string }, R>> {
  const code = makeOneTimePassword();
  const kept = await keep(hashOfCode(code));
  return kept.ok ? { ok: true, value: { ...kept.value, code } } : kept;
}
