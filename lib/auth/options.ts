import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { systemClock } from "@/lib/clock";
import { localeCookie } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import { findLocale } from "@/lib/store/accounts";
import { appPool } from "@/lib/store/client";
import { findSecondFactor } from "@/lib/store/second-factors";
import { findLiveSession } from "@/lib/store/sessions";
import { authSecret, csrfCookieName, ownOrigin, sessionCookieName, toCookieName, usesHttps } from "./cookie";
import { checkCredentials } from "./credentials";
import { addressOf } from "./rate-limit";
import { endOwnSession, openSession, sessionCookieOptions, sessionLength } from "./session";

/** What the sign-in page can be told; every word for it stands in messages, nothing else in the address. */
export const signInErrors = ["CredentialsSignin", "too_many", "fault"] as const;
export type SignInError = (typeof signInErrors)[number];

const credentials = Credentials({
  credentials: { login: {}, password: {} },
  /** Answers with the id of a new session row: the token in the cookie means that and nothing more. */
  async authorize(given, request) {
    const headers = request.headers as Record<string, string> | undefined;
    try {
      const checked = await checkCredentials(appPool(), {
        login: given?.login ?? "",
        password: given?.password ?? "",
        address: addressOf(headers?.["x-forwarded-for"]),
      });
      if (checked.ok) return { id: await enter(checked.accountId) };
      if (checked.why === "wrong") return null;
    } catch (error) {
      // What is thrown from here ends in the address of the sign-in page.
      log.fault("sign_in_fault", error);
      throw new Error("fault");
    }
    throw new Error("too_many");
  },
});

/** A new session, which waits where there is a second factor to be shown, and the language that this person reads in for the browser. */
async function enter(accountId: string): Promise<string> {
  const factor = await findSecondFactor(appPool(), accountId);
  const sessionId = await openSession(appPool(), accountId, systemClock(), factor?.confirmed === true);
  const locale = await findLocale(appPool(), accountId);
  if (locale) (await cookies()).set(localeCookie, locale, { ...sessionCookieOptions(), maxAge: year });
  log.info("signed_in", { account: accountId });
  return sessionId;
}

const year = 365 * 24 * 60 * 60;

export function authOptions(): NextAuthOptions {
  // next-auth takes its own address from here; AQTALU_URL is the only source of it.
  process.env.NEXTAUTH_URL = ownOrigin();
  return {
    secret: authSecret(),
    useSecureCookies: usesHttps(),
    providers: [credentials],
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionLength, updateAge: sessionLength },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
      csrfToken: { name: csrfCookieName(), options: sessionCookieOptions() },
      callbackUrl: { name: toCookieName, options: sessionCookieOptions() },
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user ? user.id : token.sessionId }),
      // Says nothing about anybody: pages ask currentActor, which reads the row.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => endOwn(token?.sessionId) },
    logger: {
      error: (code) => log.warn("next_auth_error", { code }),
      warn: (code) => log.warn("next_auth_warning", { code }),
      debug: () => undefined,
    },
  };
}

async function endOwn(sessionId: unknown): Promise<void> {
  if (typeof sessionId !== "string") return;
  const now = systemClock();
  const session = await findLiveSession(appPool(), sessionId, now);
  if (session) await endOwnSession(session, now);
}
