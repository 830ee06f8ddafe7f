import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/ledger/canonical-text";
import type { Json } from "@/lib/ledger/canonical";

/**
 * What somebody signs, whole: the words that they were shown, everything that they asked for, and under which rules.
 * `key` is that of the order, so that no two statements are the same and none can be used twice.
 */
export type Signed = {
  readonly key: string;
  readonly register: boolean;
  readonly requests: readonly { readonly [name: string]: Json }[];
  readonly rules: number;
  readonly signer: string;
  readonly text: string;
};

/** That a further passkey belongs to somebody, said with one that they have. */
export type PasskeyAdded = {
  readonly account: string;
  readonly adds: "passkey";
  readonly credential: string;
  readonly key: string;
  readonly site: string;
};

/**
 * SHA-256 of the canonical form (RFC 8785), 64 hex digits: what the entry of a signature carries, and what a passkey
 * is given as its challenge.
 */
export function statementHash(statement: Signed | PasskeyAdded): string {
  return createHash("sha256").update(canonicalText(statement)).digest("hex");
}
