import { expect, test } from "vitest";
import { hashPassword, makeOneTimePassword, matchesPassword } from "@/lib/auth/password";

test("a hash is argon2id with at least 19 MiB, and salted", async () => {
  const [one, other] = await Promise.all([hashPassword("same words here"), hashPassword("same words here")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});

test("the right password matches however its letters were composed, a wrong one does not", async () => {
  const stored = await hashPassword("й ё қауіпсіз сөз".normalize("NFD"));
  expect(await matchesPassword(stored, "й ё қауіпсіз сөз".normalize("NFC"))).toBe(true);
  expect(await matchesPassword(stored, "й ё қауіпсіз сөз!")).toBe(false);
});

test("without a stored hash nothing matches, not even what the decoy was made of", async () => {
  expect(await matchesPassword(null, "nobody types this")).toBe(false);
});

test("passwords made for handing over differ, and keep to letters that are not mistaken", () => {
  const made = new Set(Array.from({ length: 200 }, makeOneTimePassword));
  expect(made.size).toBe(200);
  for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}$/);
});
