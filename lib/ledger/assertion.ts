import { createHash, createPublicKey, verify, type KeyObject } from "node:crypto";

/** What a passkey answers to a challenge (WebAuthn Level 2, section 5.2.2): parts in base64url without padding. */
export type Assertion = {
  readonly authenticatorData: string;
  readonly clientDataJSON: string;
  readonly credential: string;
  readonly signature: string;
};

/** The public half of a passkey: `key` is its SubjectPublicKeyInfo in base64, `site` the domain it was made for. */
export type Passkey = { readonly credential: string; readonly key: string; readonly site: string };

/** Bits of the authenticator's flags: somebody touched it, and it knew them by finger, face or PIN. */
const PRESENT_AND_VERIFIED = 0x05;
const SHORTEST_AUTHENTICATOR_DATA = 37;

/**
 * Null when the assertion is a passkey's answer to exactly this challenge (hex), else what is wrong with it (WebAuthn
 * Level 2, section 7.2, steps 11 to 20). ES256, RS256 and EdDSA, by the kind of the key.
 */
export function assertionFault(assertion: Assertion, passkey: Passkey, challenge: string): string | null {
  const key = readKey(passkey.key);
  if (!key) return "the passkey's public key cannot be read";
  const parts = [assertion.authenticatorData, assertion.clientDataJSON, assertion.signature].map(fromUrl);
  const [data, client, signature] = parts;
  if (!data || !client || !signature || data.length < SHORTEST_AUTHENTICATOR_DATA)
    return "the assertion cannot be read";
  if (assertion.credential !== passkey.credential) return "the assertion is another passkey's";
  const said = readClient(client);
  if (said?.type !== "webauthn.get") return "the assertion is no answer to a challenge";
  if (said.challenge !== Buffer.from(challenge, "hex").toString("base64url"))
    return "the assertion is over another statement";
  if (!data.subarray(0, 32).equals(sha256(passkey.site))) return "the assertion was made for another site";
  if ((data[32]! & PRESENT_AND_VERIFIED) !== PRESENT_AND_VERIFIED)
    return "the passkey did not verify who touched it";
  const signed = Buffer.concat([data, sha256(client)]);
  return holds(key, signed, signature) ? null : "the assertion is not signed by the passkey";
}

/** A public key of a kind that passkeys have here; null for anything else. Base64 in its one spelling. */
export function readKey(text: string): KeyObject | null {
  const der = Buffer.from(text, "base64");
  if (der.toString("base64") !== text) return null;
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const again = key.export({ format: "der", type: "spki" });
    return again.equals(der) && isKnown(key, der.length) ? key : null;
  } catch {
    return null;
  }
}

/** P-256 with its point in full, RSA as passkeys have it, or Ed25519. */
function isKnown({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject, length: number) {
  if (type === "ec") return details?.namedCurve === "prime256v1" && length === 91;
  if (type === "rsa") return (details?.modulusLength ?? 0) >= 2048 && details?.publicExponent === 65537n;
  return type === "ed25519";
}

function holds(key: KeyObject, signed: Buffer, signature: Buffer): boolean {
  return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", signed, key, signature);
}

const sha256 = (bytes: string | Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

function fromUrl(text: unknown): Buffer | null {
  if (typeof text !== "string") return null;
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}

function readClient(bytes: Buffer): { type?: unknown; challenge?: unknown } | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}
