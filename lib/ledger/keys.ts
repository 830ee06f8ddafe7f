import { createHash, createPrivateKey, createPublicKey, randomBytes, type KeyObject } from "node:crypto";

/** What a key signs: the log its heads, a witness the heads that it has seen, with the time. */
export const algorithms = { log: 0x01, witness: 0x04 } as const;
export type KeyKind = keyof typeof algorithms;

/** The public half, with the name and the short id by which a signature line says whose it is. */
export type VerifierKey = {
  readonly kind: KeyKind;
  readonly name: string;
  readonly id: Buffer;
  readonly publicKey: KeyObject;
};
export type SignerKey = VerifierKey & { readonly privateKey: KeyObject };

/** PKCS #8 before the 32 bytes of an Ed25519 seed (RFC 8410, section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
/** SubjectPublicKeyInfo before the 32 bytes of an Ed25519 public key (RFC 8410, section 4). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const PREFIX = "PRIVATE+KEY+";

/** A new Ed25519 key. Names are printable ASCII without blanks and plus signs. */
export function makeKey(kind: KeyKind, name: string, seed: Uint8Array = randomBytes(32)): SignerKey {
  refuseBadName(name);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  return { kind, name, id: idOf(kind, name, rawOf(publicKey)), publicKey, privateKey };
}

/** `name+id+base64(algorithm ‖ public key)`: what is given to those who check (C2SP signed-note, "vkey"). */
export function printVerifierKey({ kind, name, id, publicKey }: VerifierKey): string {
  const key = Buffer.concat([Buffer.from([algorithms[kind]]), rawOf(publicKey)]);
  return `${name}+${id.toString("hex")}+${key.toString("base64")}`;
}

/** `PRIVATE+KEY+name+id+base64(algorithm ‖ seed)`, as the file of a signer holds it. */
export function printSignerKey({ kind, name, id, privateKey }: SignerKey): string {
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(PKCS8.length);
  const key = Buffer.concat([Buffer.from([algorithms[kind]]), seed]);
  return `${PREFIX}${name}+${id.toString("hex")}+${key.toString("base64")}`;
}

/** Reads what `printVerifierKey` writes. Throws a TypeError that says what is wrong. */
export function parseVerifierKey(text: string): VerifierKey {
  const { kind, name, id, key } = readParts(text.trim());
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key]), format: "der", type: "spki" });
  if (!idOf(kind, name, key).equals(id)) throw new TypeError(`key ${name}: its id does not belong to it`);
  return { kind, name, id, publicKey };
}

/** Reads what `printSignerKey` writes. Throws a TypeError that says what is wrong, never the key. */
export function parseSignerKey(text: string): SignerKey {
  const trimmed = text.trim();
  if (!trimmed.startsWith(PREFIX)) throw new TypeError("key: is no private key of a signed note");
  const { kind, name, id, key } = readParts(trimmed.slice(PREFIX.length));
  const made = makeKey(kind, name, key);
  if (!made.id.equals(id)) throw new TypeError(`key ${name}: its id does not belong to it`);
  return made;
}

/** One key is one witness, under however many names it is given: the first of them counts. */
export function distinctKeys<K extends VerifierKey>(keys: readonly K[]): K[] {
  return keys.filter(
    (key, nth) => keys.findIndex((other) => rawOf(other.publicKey).equals(rawOf(key.publicKey))) === nth,
  );
}

function readParts(text: string): { kind: KeyKind; name: string; id: Buffer; key: Buffer } {
  const match = /^([!-*,-~]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text);
  if (!match) throw new TypeError("key: expected name+id+base64, as “npm run aqtalu -- keys” prints it");
  const [, name = "", id = "", base64 = ""] = match;
  const bytes = Buffer.from(base64, "base64");
  const kind = (["log", "witness"] as const).find((one) => algorithms[one] === bytes[0]);
  if (!kind || bytes.length !== 33) throw new TypeError(`key ${name}: is of a kind that is not known here`);
  return { kind, name, id: Buffer.from(id, "hex"), key: bytes.subarray(1) };
}

function idOf(kind: KeyKind, name: string, raw: Uint8Array): Buffer {
  const hash = createHash("sha256")
    .update(`${name}\n`)
    .update(Buffer.from([algorithms[kind]]))
    .update(raw);
  return hash.digest().subarray(0, 4);
}

const rawOf = (key: KeyObject): Buffer => key.export({ format: "der", type: "spki" }).subarray(SPKI.length);

function refuseBadName(name: string): void {
  if (!/^[!-*,-~]+$/.test(name))
    throw new TypeError(
      `key: the name “${name}” holds more than plain letters, digits and signs, or a plus sign`,
    );
}
