import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { action } from "@/lib/action";
import { withActor } from "@/lib/handler";
import { done } from "@/lib/result";
import { setEnvironment } from "./auth/environment";

const request = vi.hoisted(() => ({
  headers: new Headers(),
  actor: null as object | null,
  revalidated: [""],
}));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ revalidatePath: (path: string) => request.revalidated.push(path) }));
vi.mock("@/lib/auth/actor", () => ({
  currentActor: async () => request.actor,
  currentSession: async () => null,
}));

const own = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };

beforeEach(() => {
  setEnvironment();
  request.headers = new Headers(own);
  request.actor = { accountId: "a" };
  request.revalidated = [];
});

let ran = 0;
const rename = action({
  input: z.object({
    name: z.string().trim().min(1),
    charges: z.array(z.object({ n: z.coerce.number() })).optional(),
  }),
  run: async (_, { name }) => {
    ran++;
    if (name === "break") throw new Error(`could not store "${name}"`);
    return done(name.toUpperCase());
  },
  revalidate: (name) => [`/people/${name}`],
});

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

test("called directly, and by useActionState with a form", async () => {
  expect(await rename({ name: " a " })).toEqual({ ok: true, value: "A" });
  expect(await rename(null, form({ name: "b", $ACTION_ID_1: "" }))).toEqual({ ok: true, value: "B" });
  expect(request.revalidated).toEqual(["/people/A", "/people/B"]);
});

test.each([
  ["absent", { "sec-fetch-site": "same-origin" }],
  ["null", { ...own, origin: "null" }],
  ["foreign", { ...own, origin: "https://elsewhere.example" }],
])("with the origin %s nothing runs", async (_, headers) => {
  const before = ran;
  request.headers = new Headers(headers);
  expect(await rename({ name: "a" })).toEqual({ ok: false, kind: "origin" });
  expect(ran).toBe(before);
});

test("nobody signed in: nothing runs", async () => {
  request.actor = null;
  expect(await rename({ name: "a" })).toEqual({ ok: false, kind: "signed_out" });
});

test("an input that is not understood names its fields", async () => {
  const fields = async (input: unknown) => {
    const result = await rename(input as { name: string });
    return !result.ok && result.kind === "input" ? result.fields : result;
  };
  expect(await fields({})).toEqual({ name: "missing" });
  expect(await fields(form({ name: "  " }))).toEqual({ name: "missing" });
  expect(await fields({ name: "a", charges: [{ n: 1 }, { n: "x" }] })).toEqual({ "charges.1.n": "invalid" });
  expect(await fields("a text")).toEqual({ form: "invalid" });
});

test("a fault is told by its number alone, and shows nothing anew", async () => {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  const result = await rename({ name: "break" });
  spy.mockRestore();
  expect(result).toEqual({ ok: false, kind: "fault", requestId: expect.stringMatching(/^[\da-f-]{36}$/) });
  expect(request.revalidated).toEqual([]);
  const logged = JSON.parse(lines.at(-1)!) as Record<string, string>;
  expect(logged).toMatchObject({ level: "error", request: (result as { requestId: string }).requestId });
  expect(lines.join()).not.toContain('break\\"');
});

const get = (method = "GET", headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/api/x", { method, headers });
const context = { params: Promise.resolve({}) };

test("a handler answers privately, and null is what is not there", async () => {
  const found = await withActor(async () => Response.json({ a: 1 }))(get(), context);
  expect([found.status, found.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  const missing = await withActor(async () => null)(get(), context);
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { type: "about:blank", title: "Not Found", status: 404 },
  ]);
});

test("a handler wants somebody signed in, and for a POST a page of ours", async () => {
  const handler = withActor(async () => new Response("ok"));
  expect((await handler(get("POST", own), context)).status).toBe(200);
  expect((await handler(get("POST"), context)).status).toBe(403);
  expect((await handler(get("POST", { ...own, origin: "null" }), context)).status).toBe(403);
  request.actor = null;
  expect((await handler(get(), context)).status).toBe(401);
});
