import { randomBytes } from "node:crypto";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { canonicalText } from "@/lib/ledger/canonical-text";
import { splitEntry } from "@/lib/ledger/closed";
import { hashLeaf } from "@/lib/ledger/merkle";

/** Bytes of salt in each entry: as many as the hash has, so that a short payload cannot be guessed. */
export const SALT_BYTES = 32;

/** What is kept of an entry: the exact canonical bytes as written, and its own random salt. */
export type SealedEntry = { readonly bytes: Buffer; readonly salt: Buffer };

/**
 * Seals a payload as an entry: canonical bytes (RFC 8785) and a fresh salt. Equal payloads give equal bytes
 * and different leaves. `salt` is passed only where an entry must be made again exactly (sample, tests).
 * Throws a TypeError naming the path when the payload has no canonical form, or when the salt's size is
 * wrong.
 */
export function makeEntry<Payload extends object>(
  payload: Payload,
  salt = randomBytes(SALT_BYTES),
): SealedEntry {
  refuseWrongSalt(salt);
  return { bytes: canonicalBytes(payload), salt };
}

/**
 * The leaf of an entry, 32 bytes: RFC 6962 section 2.1 over the canonical form of its open part, which holds the
 * salted commitment to the closed one. Throws a TypeError for bytes that are no JSON object, or a salt of another
 * size.
 */
export function leafHash(bytes: Uint8Array, salt: Uint8Array): Buffer {
  refuseWrongSalt(salt);
  const entry: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
  return leafOfOpen(canonicalText(splitEntry(entry, salt).open));
}

/** The leaf of an open part, given its canonical text: all that a pseudonymous history needs. */
export function leafOfOpen(text: string): Buffer {
  return hashLeaf(Buffer.from(text, "utf8"));
}

function refuseWrongSalt(salt: Uint8Array): void {
  if (salt.length !== SALT_BYTES) throw new TypeError(`salt: ${salt.length} bytes, ${SALT_BYTES} expected`);
}

/**
 * The leaf of whatever stands in the table. What cannot be read as an entry is hashed as it is: it takes its place,
 * and every check names it, while the entries after it go on.
 */
export function leafOrRest(bytes: Uint8Array, salt: Uint8Array): Buffer {
  try {
    return leafHash(bytes, salt);
  } catch {
    return hashLeaf(Buffer.concat([salt, bytes]));
  }
}
