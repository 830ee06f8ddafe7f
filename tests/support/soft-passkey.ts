import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import type { Assertion, Passkey } from "@/lib/ledger/assertion";

const sha256 = (bytes: string | Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** What an authenticator would do, for tests without a browser. */
export type SoftPasskey = Passkey & {
  answer(challenge: string, more?: { flags?: number; site?: string; type?: string }): Assertion;
};

const pairs = {
  ES256: () => generateKeyPairSync("ec", { namedCurve: "prime256v1" }),
  RS256: () => generateKeyPairSync("rsa", { modulusLength: 2048 }),
  EdDSA: () => generateKeyPairSync("ed25519"),
};
export const kinds = Object.keys(pairs) as (keyof typeof pairs)[];

export function softPasskey(kind: keyof typeof pairs = "ES256", site = "localhost"): SoftPasskey {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = pairs[kind]();
  const credential = randomBytes(16).toString("base64url");
  return {
    credential,
    site,
    key: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    answer(challenge, { flags = 0x05, site: other = site, type = "webauthn.get" } = {}) {
      const data = Buffer.concat([sha256(other), Buffer.from([flags, 0, 0, 0, 1])]);
      const said = { type, challenge: Buffer.from(challenge, "hex").toString("base64url") };
      const client = Buffer.from(JSON.stringify({ ...said, origin: `http://${other}`, crossOrigin: false }));
      const signed = Buffer.concat([data, sha256(client)]);
      const signature = sign(kind === "EdDSA" ? null : "sha256", signed, privateKey);
      return {
        authenticatorData: data.toString("base64url"),
        clientDataJSON: client.toString("base64url"),
        credential,
        signature: signature.toString("base64url"),
      };
    },
  };
}
