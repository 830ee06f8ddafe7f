import { beforeAll, expect, test } from "vitest";
import { csrfCookieName, sessionCookieName } from "@/lib/auth/cookie";
import { authOptions } from "@/lib/auth/options";
import { sameOrigin } from "@/lib/auth/origin";
import { setEnvironment } from "./environment";

beforeAll(() => {
  setEnvironment();
  process.env.AQTALU_URL = "https://aqtalu.example/";
});

test("behind https cookies are secure and bound to the host, and the origin is the address people type", () => {
  expect([sessionCookieName(), csrfCookieName()]).toEqual(["__Host-aqtalu-session", "__Host-aqtalu-csrf"]);
  const { cookies, useSecureCookies } = authOptions();
  expect(useSecureCookies).toBe(true);
  for (const cookie of [cookies?.sessionToken, cookies?.csrfToken, cookies?.callbackUrl]) {
    expect(cookie?.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
  }
  const headers = { origin: "https://aqtalu.example", "sec-fetch-site": "same-origin" };
  expect(sameOrigin(new Headers(headers))).toBe(true);
  expect(sameOrigin(new Headers({ ...headers, origin: "http://aqtalu.example" }))).toBe(false);
});

test("the token means a session id, and the session route tells nothing", async () => {
  const { callbacks } = authOptions();
  const token = { sub: "a", name: "Somebody", email: "x" };
  const made = await callbacks?.jwt?.({ token, user: { id: "s-1" }, account: null });
  expect(made).toEqual({ sessionId: "s-1" });
  expect(await callbacks?.jwt?.({ token: { sessionId: "s-1", name: "n" } } as never)).toEqual(made);
  const session = { expires: "2026-09-01", user: { name: "Somebody" } };
  expect(await callbacks?.session?.({ session } as never)).toEqual({ expires: "2026-09-01" });
});
