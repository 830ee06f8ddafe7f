import { createHash, randomBytes } from "node:crypto";
import { canonicalBytes } from "@/lib/ledger/canonical";
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
 * The entry's commitment: SHA-256(salt ‖ bytes), 32 bytes. It shows nothing of the entry to somebody without
 * the salt, and holds the writer to it. The salt's fixed size keeps the border between the two unambiguous.
 */
export function commitmentOf(bytes: Uint8Array, salt: Uint8Array): Buffer {
  refuseWrongSalt(salt);
  return createHash("sha256").update(salt).update(bytes).digest();
}

/** The entry's leaf hash: RFC 6962 section 2.1, SHA-256(0x00 ‖ commitment), 32 bytes. */
export function leafHash(bytes: Uint8Array, salt: Uint8Array): Buffer {
  return hashLeaf(commitmentOf(bytes, salt));
}

function refuseWrongSalt(salt: Uint8Array): void {
  if (salt.length !== SALT_BYTES) throw new TypeError(`salt: ${salt.length} bytes, ${SALT_BYTES} expected`);
}
