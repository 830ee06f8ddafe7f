import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { systemClock } from "@/lib/clock";
import { log } from "@/lib/log";
import { appClient, appPool } from "@/lib/store/client";
import { endSessions, findLiveSession } from "@/lib/store/sessions";
import { authSecret, ownOrigin, sessionCookieName, usesHttps } from "./cookie";
import { checkCredentials } from "./credentials";
import { addressOf } from "./rate-limit";
import { openSession, sessionCookieOptions, sessionLength } from "./session";

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
      if (checked.ok) return { id: await openSession(appPool(), checked.accountId, systemClock()) };
      if (checked.why === "wrong") return null;
    } catch (error) {
      // What is thrown from here ends in the address of the sign-in page.
      log.fault("sign_in_fault", error);
      throw new Error("fault");
    }
    throw new Error("too_many");
  },
});

export function authOptions(): NextAuthOptions {
  // next-auth takes its own address from here; AQTALU_URL is the only source of it.
  process.env.NEXTAUTH_URL = ownOrigin();
  return {
    secret: authSecret(),
    useSecureCookies: usesHttps(),
    providers: [credentials],
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionLength, updateAge: sessionLength },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
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
  if (session) {
    await endSessions(appClient(), {
      accountId: session.accountId,
      sessionId,
      reason: "signed_out",
      at: now,
    });
  }
}
