import { createPublicKey, type JsonWebKey } from "node:crypto";
import { decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";

/** Kinds of key that a passkey may have: ES256, EdDSA and RS256 (RFC 9053). */
export const keyKinds = [-7, -8, -257];

/** SubjectPublicKeyInfo in base64 of a COSE key (RFC 9052, section 7). Throws for one that is none of `keyKinds`. */
export function spkiOf(cose: Uint8Array<ArrayBuffer>): string {
  const parts = decodeCredentialPublicKey(cose) as unknown as ReadonlyMap<number, unknown>;
  const text = (label: number): string => {
    const part = parts.get(label);
    if (!(part instanceof Uint8Array)) throw new TypeError("passkey: its public key cannot be read");
    return Buffer.from(part).toString("base64url");
  };
  const jwk = ((): JsonWebKey => {
    switch (parts.get(1)) {
      case 1:
        return { kty: "OKP", crv: "Ed25519", x: text(-2) };
      case 2:
        return { kty: "EC", crv: "P-256", x: text(-2), y: text(-3) };
      case 3:
        return { kty: "RSA", n: text(-1), e: text(-2) };
      default:
        throw new TypeError("passkey: its public key is of another kind");
    }
  })();
  return createPublicKey({ key: jwk, format: "jwk" })
    .export({ format: "der", type: "spki" })
    .toString("base64");
}
