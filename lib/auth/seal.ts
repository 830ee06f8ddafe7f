import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecret } from "./cookie";

/** The key is not in the database: a copy of that alone opens nothing. */
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", authSecret(), "", `aqtalu ${purpose}`, 32));

/** AES-256-GCM: nonce, tag, text sealed. */
export function seal(text: string, purpose: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Throws when the bytes were sealed with another secret, for another purpose, or altered. */
export function unseal(sealed: Uint8Array, purpose: string): string {
  const bytes = Buffer.from(sealed);
  const cipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
}
