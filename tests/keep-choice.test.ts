import { beforeAll, describe, expect, it, vi } from "vitest";
import { keepChoice } from "@/lib/keep-choice";

const here = "https://aqtalu.example";
const choice = { cookie: "aqtalu-theme", value: "dark" };

function request(headers: Record<string, string>): Request {
  const own = { origin: here, "sec-fetch-site": "same-origin", referer: `${here}/cases?page=2` };
  return new Request(`${here}/api/preferences`, { method: "POST", headers: { ...own, ...headers } });
}

beforeAll(() => {
  const database = "postgresql://somebody@localhost:5432/aqtalu";
  vi.stubEnv("DATABASE_URL_APP", database);
  vi.stubEnv("DATABASE_URL_PUBLIC", database);
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz");
  vi.stubEnv("AQTALU_URL", here);
  return () => vi.unstubAllEnvs();
});

describe("keeping a choice", () => {
  it("sets the cookie and leads back to the same place", () => {
    const answer = keepChoice(request({}), choice);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/cases?page=2");
    expect(answer.headers.get("set-cookie")).toMatch(/^aqtalu-theme=dark; .*HttpOnly; SameSite=Lax; Secure$/);
  });

  it.each([
    ["another site's form", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["an origin of null", { origin: "null" }],
    ["no origin", { origin: "" }],
  ])("refuses %s", (_, headers) => {
    const answer = keepChoice(request(headers), choice);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("refuses a value that is not a choice", () => {
    expect(keepChoice(request({}), null).status).toBe(400);
  });

  it.each([
    ["another host", "https://evil.example/x", "/"],
    ["a path that would name a host", `${here}//evil.example/x`, "/evil.example/x"],
    ["nothing", "", "/"],
  ])("does not lead away: %s", (_, referer, place) => {
    expect(keepChoice(request({ referer }), choice).headers.get("location")).toBe(place);
  });
});
