import { hash, verify, type Options } from "@node-rs/argon2";
import { randomInt } from "node:crypto";

/** argon2id is the library's own default; memory is in KiB. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 12;
export const longestPassword = 200;

/** The same letters typed on another keyboard may arrive composed differently. */
const composed = (password: string): string => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost);
}

let decoy: Promise<string> | undefined;

/**
 * Takes the same time whether or not there is a hash to compare with, so that the clock does not tell
 * who has an account.
 */
export async function matchesPassword(stored: string | null, password: string): Promise<boolean> {
  const typed = composed(password).slice(0, longestPassword);
  decoy ??= hash("nobody types this", cost);
  const matched = await verify(stored ?? (await decoy), typed);
  return stored !== null && matched;
}

/** Letters and digits that are not taken for one another when read aloud or from paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** For handing over once: five groups of four, 99 bits; its owner must choose another at first sign-in. */
export function makeOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}
