import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import type { Assertion } from "@/lib/ledger/assertion";
import { appPool } from "@/lib/store/client";
import { listPasskeys } from "@/lib/store/passkeys";
import { checkPassword } from "./credentials";
import { askPasskey, readAnswer } from "./passkey";

const part = z.string().max(4000);
/** What `navigator.credentials.get` gives, as JSON; the rest of it is not looked at. */
const passkeyAnswer = z
  .object({
    id: part,
    rawId: part,
    type: z.literal("public-key"),
    response: z.object({ authenticatorData: part, clientDataJSON: part, signature: part }),
  })
  .transform((read): AuthenticationResponseJSON => ({ ...read, clientExtensionResults: {} }));

type Proof =
  { method: "password" } | { method: "passkey"; passkey: string; counter: number; assertion: Assertion };
type Checked = { ok: true; proof: Proof } | { ok: false; fields: Record<string, string> };

/**
 * Asks somebody signed in once more who they are, before a signature: by their passkey over the hash of what they sign,
 * or by their password. Whether that is enough the law says.
 */
export const authenticate =
  (actor: Actor) =>
  async (
    { password, assertion }: { password?: string; assertion?: string },
    hash: () => Promise<string>,
  ): Promise<Checked> => {
    if (assertion) return checkPasskey(actor, assertion, await hash());
    if (!password) return { ok: false, fields: { password: "missing" } };
    const checked = await checkPassword(appPool(), actor.accountId, password);
    if (checked.ok) return { ok: true, proof: { method: "password" } };
    return { ok: false, fields: { password: checked.why === "wrong" ? "passwordWrong" : "tooManyTries" } };
  };

/** The password of somebody signed in once more, before a grave work that is no signature. */
export const reauthenticate = (actor: Actor) => (password: string) =>
  checkPassword(appPool(), actor.accountId, password);

/** Whether one of somebody's passkeys gave this answer (JSON) to this challenge (hex). */
export async function readOwnAnswer(accountId: string, answer: string, challenge: string) {
  const read = passkeyAnswer.safeParse(parse(answer));
  return read.success ? readAnswer(await listPasskeys(appPool(), accountId), read.data, challenge) : null;
}

async function checkPasskey(actor: Actor, assertion: string, hash: string): Promise<Checked> {
  const answered = await readOwnAnswer(actor.accountId, assertion, hash);
  if (!answered) return { ok: false, fields: { assertion: "passkeyRefused" } };
  const { passkey, counter } = answered;
  return {
    ok: true,
    proof: { method: "passkey", passkey: passkey.id, counter, assertion: answered.assertion },
  };
}

/** What the browser is to ask a passkey of this person for. */
export const askFor = (actor: Actor) => async (hash: string) =>
  askPasskey(await listPasskeys(appPool(), actor.accountId), hash);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
