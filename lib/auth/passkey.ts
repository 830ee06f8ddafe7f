import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { assertionFault, type Assertion } from "@/lib/ledger/assertion";
import { log } from "@/lib/log";
import type { PasskeyRow } from "@/lib/store/passkeys";
import { ownOrigin } from "./cookie";

/** The domain that passkeys of this installation are made for. */
export const ownSite = (): string => new URL(ownOrigin()).hostname;

/** What the browser is to ask a passkey for. `challenge` is hex: the hash of what is signed, or something random. */
export function askPasskey(
  passkeys: readonly PasskeyRow[],
  challenge: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: ownSite(),
    challenge: Uint8Array.from(Buffer.from(challenge, "hex")),
    allowCredentials: passkeys.map(({ credential, transports }) => ({ id: credential, transports })),
    userVerification: "required",
  });
}

export type Answered = { passkey: PasskeyRow; counter: number; assertion: Assertion };

/**
 * The passkey that gave this answer, when it is one of these and the challenge is this one; else null. Looked at twice:
 * by the library, with origin and counter, and as the verifiers of the history will look at it for ever.
 */
export async function readAnswer(
  passkeys: readonly PasskeyRow[],
  response: AuthenticationResponseJSON,
  challenge: string,
): Promise<Answered | null> {
  const passkey = passkeys.find(({ credential }) => credential === response.id);
  if (!passkey) return null;
  const { authenticatorData, clientDataJSON, signature } = response.response;
  const assertion = { authenticatorData, clientDataJSON, credential: response.id, signature };
  const { credential: id, cose: publicKey, counter, spki: key, site } = passkey;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: Buffer.from(challenge, "hex").toString("base64url"),
      expectedOrigin: ownOrigin(),
      expectedRPID: site,
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    });
    const fault = assertionFault(assertion, { credential: id, key, site }, challenge);
    if (verified && fault === null) return { passkey, counter: authenticationInfo.newCounter, assertion };
    log.warn("passkey_refused", { why: fault ?? "not verified" });
  } catch (error) {
    log.warn("passkey_refused", { why: error instanceof Error ? error.name : "unknown" });
  }
  return null;
}
