"use client";

import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { Told } from "@/lib/cases/view-told";
import type { Result } from "@/lib/result";

/** Says what a passkey is to be asked for, given what stands in the form. */
export type PreparePasskey = (
  previous: Result<PublicKeyCredentialRequestOptionsJSON, Told> | null,
  form: FormData,
) => Promise<Result<PublicKeyCredentialRequestOptionsJSON, Told>>;

/**
 * Has the person touch their passkey for what stands in the form, and puts its answer there as `assertion`. Gives the
 * answer to show where it did not come to that; null where the form can be sent.
 */
export async function touchPasskey(
  form: FormData,
  prepare: PreparePasskey,
): Promise<Exclude<Awaited<ReturnType<PreparePasskey>>, { ok: true }> | null> {
  const prepared = await prepare(null, form);
  if (!prepared.ok) return prepared;
  const answer = await askPasskey(prepared.value);
  if (!answer) return { ok: false, kind: "input", fields: { assertion: "passkeyCancelled" } };
  form.set("assertion", answer);
  return null;
}

/** The passkey's answer as JSON; null where the person let it be, or no passkey of theirs was at hand. */
export async function askPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<string | null> {
  try {
    const { id, rawId, type, response } = await startAuthentication({ optionsJSON: options });
    const { authenticatorData, clientDataJSON, signature } = response;
    return JSON.stringify({ id, rawId, type, response: { authenticatorData, clientDataJSON, signature } });
  } catch {
    return null;
  }
}
