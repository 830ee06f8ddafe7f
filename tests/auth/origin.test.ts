import { beforeAll, expect, test } from "vitest";
import { pathWithin } from "@/lib/auth/address";
import { sameOrigin } from "@/lib/auth/origin";
import { setEnvironment } from "./environment";

beforeAll(() => setEnvironment());

const own = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };

test("a request of a page of ours is let in", () => {
  expect(sameOrigin(new Headers(own))).toBe(true);
});

test.each([
  ["no Origin", { "sec-fetch-site": "same-origin" }],
  ["Origin null", { ...own, origin: "null" }],
  ["a foreign Origin", { ...own, origin: "https://elsewhere.example" }],
  ["another port", { ...own, origin: "http://localhost:3001" }],
  ["another scheme", { ...own, origin: "https://localhost:3000" }],
  ["no Sec-Fetch-Site", { origin: own.origin }],
  ["a sister site", { ...own, "sec-fetch-site": "same-site" }],
  ["a foreign site", { ...own, "sec-fetch-site": "cross-site" }],
  ["an address typed by hand", { ...own, "sec-fetch-site": "none" }],
])("%s is refused", (_, headers) => {
  expect(sameOrigin(new Headers(headers))).toBe(false);
});

test.each([
  ["/cases?step=signing", "/cases?step=signing"],
  ["http://localhost:3000/cases/1", "/cases/1"],
  ["https://elsewhere.example/cases", "/"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["http://localhost:3000//elsewhere.example", "/elsewhere.example"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?to=/sign-in", "/"],
  ["/api/auth/signout", "/"],
  [["/a", "/b"], "/"],
  [undefined, "/"],
])("after signing in %s leads to %s", (wanted, path) => {
  expect(pathWithin(wanted)).toBe(path);
});
