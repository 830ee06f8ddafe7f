import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { commitmentOf, leafHash, makeEntry, SALT_BYTES } from "@/lib/ledger/leaf";

const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");

test("equal payloads give equal bytes and different leaves", () => {
  const [one, two] = [
    makeEntry({ act: "sign", step: "signing" }),
    makeEntry({ step: "signing", act: "sign" }),
  ];
  expect(one.bytes.equals(two.bytes)).toBe(true);
  expect(one.salt).toHaveLength(SALT_BYTES);
  expect(leafHash(one.bytes, one.salt).equals(leafHash(two.bytes, two.salt))).toBe(false);
});

test("the leaf is 0x00 before the commitment, the commitment is salt before bytes", () => {
  const salt = Buffer.alloc(SALT_BYTES, 7);
  const { bytes } = makeEntry({ a: 1 }, salt);
  expect(commitmentOf(bytes, salt).toString("hex")).toBe(sha256(salt, Buffer.from('{"a":1}')));
  expect(leafHash(bytes, salt).toString("hex")).toBe(sha256(Buffer.from([0]), commitmentOf(bytes, salt)));
});

test("a changed byte or salt changes the leaf", () => {
  const { bytes, salt } = makeEntry({ outcome: "in full" });
  const leaf = leafHash(bytes, salt);
  const altered = Buffer.from(bytes);
  altered[3] = (altered[3] ?? 0) ^ 1;
  expect(leafHash(altered, salt).equals(leaf)).toBe(false);
  expect(leafHash(bytes, Buffer.alloc(SALT_BYTES)).equals(leaf)).toBe(false);
});

test("a salt of another size is refused", () => {
  expect(() => makeEntry({ a: 1 }, Buffer.alloc(16))).toThrow("16 bytes, 32 expected");
  expect(() => leafHash(Buffer.from("{}"), Buffer.alloc(33))).toThrow("33 bytes");
});
