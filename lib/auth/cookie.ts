import { decode } from "next-auth/jwt";
import { environment } from "@/lib/env";

/** The secret that seals the session cookie. */
export function authSecret(): string {
  return environment().NEXTAUTH_SECRET;
}

/** The address people type: the only source of origin and cookie flags. */
export function ownOrigin(): string {
  return new URL(environment().AQTALU_URL).origin;
}

export function usesHttps(): boolean {
  return ownOrigin().startsWith("https://");
}

export function sessionCookieName(): string {
  return usesHttps() ? "__Host-aqtalu-session" : "aqtalu-session";
}

/** Where next-auth keeps the address to go to after signing in. */
export const toCookieName = "aqtalu-to";

/** next-auth's proof that a form is ours: `token|hash`, the hash made with our secret. */
export function csrfCookieName(): string {
  return usesHttps() ? "__Host-aqtalu-csrf" : "aqtalu-csrf";
}

export function readCsrfCookie(value: string | undefined): string | null {
  return /^([\da-f]{64})\|[\da-f]{64}$/.exec(value ?? "")?.[1] ?? null;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The session id that the cookie carries, and nothing else of it is believed; null when it is not ours. */
export async function readSessionCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: authSecret() });
    const id: unknown = token?.sessionId;
    return typeof id === "string" && uuid.test(id) ? id : null;
  } catch {
    return null;
  }
}
