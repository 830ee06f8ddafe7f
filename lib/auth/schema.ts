import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

/** How long it must be is told with the other things that can be wrong with a password. */
export const firstPassword = z.object({ password: z.string().min(1), again: z.string().min(1) });
export const nextPassword = firstPassword.extend({ current: z.string().min(1) });

const password = z.string().min(1).max(200);
const code = z.string().trim().max(40);
const answer = z.string().max(8000);

/** The second half of signing in: a code, or what a passkey answered. */
export const codeInput = z.object({
  code: code.optional(),
  assertion: answer.optional(),
  to: z.string().max(2000),
});

export const passkeyBegun = z.object({ password, code: code.optional() });
/** What `navigator.credentials.create` gives, as JSON; the library reads what is in it. */
const created = z.preprocess(
  parse,
  z
    .looseObject({ id: z.string(), rawId: z.string(), type: z.literal("public-key") })
    .transform((read) => read as unknown as RegistrationResponseJSON),
);
export const passkeyMade = z.object({ response: created });
export const passkeyNamed = z.object({
  response: created,
  label: z.string().trim().min(1).max(60),
  assertion: answer.optional(),
});
export const passkeyRemoved = z.object({ id: z.guid(), password });
export const factorBegun = z.object({ password });
export const factorConfirmed = z.object({ code: code.min(1) });
export const factorDropped = z.object({ password, code: code.min(1) });

function parse(text: unknown): unknown {
  try {
    return typeof text === "string" && text.length < 20_000 ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
