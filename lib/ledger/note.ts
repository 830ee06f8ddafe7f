import { sign, verify } from "node:crypto";
import type { SignerKey, VerifierKey } from "@/lib/ledger/keys";

/** A text under signatures (C2SP signed-note). `body` ends with a line break. */
export type Note = { readonly body: string; readonly signatures: readonly NoteSignature[] };
/** One line under the body: whose, and the bytes after the four of the key's id. */
export type NoteSignature = { readonly name: string; readonly id: Buffer; readonly bytes: Buffer };

/** Reads a note; null for any text that `printNote` would not write exactly so. */
export function parseNote(text: string): Note | null {
  const end = text.lastIndexOf("\n\n");
  if (end < 0) return null;
  const signatures = text
    .slice(end + 2)
    .split("\n")
    .slice(0, -1)
    .map(parseLine);
  if (signatures.length === 0 || signatures.includes(null)) return null;
  const note = { body: text.slice(0, end + 1), signatures: signatures as NoteSignature[] };
  return printNote(note) === text ? note : null;
}

export function printNote({ body, signatures }: Note): string {
  return `${body}\n${signatures.map((one) => `${printSignature(one)}\n`).join("")}`;
}

/** `— name base64(id ‖ signature)`, without its line break. */
export function printSignature({ name, id, bytes }: NoteSignature): string {
  return `\u2014 ${name} ${Buffer.concat([id, bytes]).toString("base64")}`;
}

/** Reads one line as `printSignature` writes it; null for anything else. */
export function parseLine(line: string): NoteSignature | null {
  const match = /^\u2014 ([!-*,-~]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
  const raw = Buffer.from(match?.[2] ?? "", "base64");
  if (!match || raw.length <= 4) return null;
  return { name: match[1] ?? "", id: raw.subarray(0, 4), bytes: raw.subarray(4) };
}

/** The log's own signature: Ed25519 over the body. */
export function signBody(body: string, { name, id, privateKey }: SignerKey): NoteSignature {
  return { name, id, bytes: sign(null, Buffer.from(body, "utf8"), privateKey) };
}

/** A witness's signature (C2SP tlog-cosignature, version 1): the time in whole seconds, then Ed25519 over both. */
export function cosignBody(body: string, key: SignerKey, at: Date): NoteSignature {
  const seconds = Math.floor(at.getTime() / 1000);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, cosigned(body, seconds), key.privateKey);
  return { name: key.name, id: key.id, bytes: Buffer.concat([time, signature]) };
}

/** What a signature line proves: by which key, and for a witness the second at which it signed. */
export type Checked = { readonly by: VerifierKey; readonly seconds: number | null };

/** Checks one line against the keys that are trusted; null when the key is none of them or the signature is false. */
export function checkSignature(
  body: string,
  line: NoteSignature,
  keys: readonly VerifierKey[],
): Checked | null {
  const by = keys.find((key) => key.name === line.name && key.id.equals(line.id));
  if (!by) return null;
  if (by.kind === "log")
    return verify(null, Buffer.from(body, "utf8"), by.publicKey, line.bytes) ? { by, seconds: null } : null;
  if (line.bytes.length !== 72) return null;
  const seconds = Number(line.bytes.readBigUInt64BE());
  if (!Number.isSafeInteger(seconds)) return null;
  const signature = line.bytes.subarray(8);
  return verify(null, cosigned(body, seconds), by.publicKey, signature) ? { by, seconds } : null;
}

const cosigned = (body: string, seconds: number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`, "utf8");
