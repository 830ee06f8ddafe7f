import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseBase45, printBase45 } from "@/lib/ledger/base45";

test.each([
  ["AB", "BB8"],
  ["Hello!!", "%69 VD92EX0"],
  ["base-45", "UJCLQE7W581"],
  ["ietf!", "QED8WEX0"],
])("%s is %s (RFC 9285, sections 4.3 and 4.4)", (text, code) => {
  expect(printBase45(Buffer.from(text))).toBe(code);
  expect(parseBase45(code)?.toString()).toBe(text);
});

test("any bytes come back", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = randomBytes(length);
    expect(parseBase45(printBase45(bytes))).toEqual(bytes);
  }
});

test.each(["GGW", "::", "A", "BB8A", "bb8", "BB,"])("%s is none", (code) => {
  expect(parseBase45(code)).toBeNull();
});
