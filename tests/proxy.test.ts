import { afterEach, describe, expect, it, vi } from "vitest";
import { NextRequest } from "next/server";
import { proxy } from "@/proxy";

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));

/** What the page is told: next passes changed request headers on under this prefix. */
const told = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

afterEach(() => vi.unstubAllEnvs());

describe("headers of every page", () => {
  it("carry a policy with a nonce of this request alone, which the page is told", () => {
    const [first, second] = [ask("/cases"), ask("/cases")];
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = told(first, "x-nonce");
    expect(nonce).toMatch(/^[\w+/]{24}$/);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).toContain(`style-src-elem 'self' 'nonce-${nonce}';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(told(second, "x-nonce")).not.toBe(nonce);
  });

  it("promise https only where people come by https", () => {
    vi.stubEnv("AQTALU_URL", "http://localhost:3000");
    expect(ask("/").headers.get("strict-transport-security")).toBeNull();
    vi.stubEnv("AQTALU_URL", "https://aqtalu.example");
    expect(ask("/").headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  });

  it("keep the desk out of every cache and leave public pages to theirs", () => {
    expect(ask("/cases/1").headers.get("cache-control")).toBe("private, no-store");
    expect(ask("/ru/people").headers.get("cache-control")).toBeNull();
  });

  it("take the language of a public address from the address, never from the caller", () => {
    expect(told(ask("/ru/people"), "x-next-intl-locale")).toBe("ru");
    expect(told(ask("/cases", { "x-next-intl-locale": "en" }), "x-next-intl-locale")).toBeNull();
  });
});
