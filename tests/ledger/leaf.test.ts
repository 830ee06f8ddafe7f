import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { splitEntry } from "@/lib/ledger/closed";
import { leafHash, leafOfOpen, leafOrRest, makeEntry, SALT_BYTES } from "@/lib/ledger/leaf";

const sha256 = (...parts: (Uint8Array | string)[]) =>
  createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest("hex");

test("equal payloads give equal bytes and different leaves", () => {
  const [one, two] = [
    makeEntry({ act: "sign", step: "signing" }),
    makeEntry({ step: "signing", act: "sign" }),
  ];
  expect(one.bytes.equals(two.bytes)).toBe(true);
  expect(one.salt).toHaveLength(SALT_BYTES);
  expect(leafHash(one.bytes, one.salt).equals(leafHash(two.bytes, two.salt))).toBe(false);
});

test("the leaf is 0x00 before the open part, which holds the commitment to salt and closed part", () => {
  const salt = Buffer.alloc(SALT_BYTES, 7);
  const { bytes } = makeEntry({ actor: { id: "1", name: "Ж" }, v: 1 }, salt);
  const closed = sha256(salt, '{"actor.name":"Ж"}');
  const open = `{"actor":{"id":"1"},"closed":"${closed}","v":1}`;
  expect(leafHash(bytes, salt).toString("hex")).toBe(sha256(Buffer.from([0]), open));
  expect(leafOfOpen(open).equals(leafHash(bytes, salt))).toBe(true);
});

test("names, reasons and what people write are closed; ids, codes and dates stay open", () => {
  const entry = {
    actor: { id: "1", name: "А. Б.", role: "chair" },
    payload: {
      decision: { basis: "Указ", outcome: "full", reason: null },
      facts: { act: "№ 5", from: "2026-01-01", keeps: [{ spanId: "s" }], role: "expert" },
      kind: "act",
      reason: { code: "other", text: "потому" },
    },
  };
  const { open, closed } = splitEntry(entry, Buffer.alloc(SALT_BYTES));
  expect(Object.keys(closed)).toEqual([
    "actor.name",
    "payload.decision.basis",
    "payload.decision.reason",
    "payload.facts.act",
    "payload.facts.keeps",
    "payload.reason.text",
  ]);
  expect(open).toMatchObject({
    actor: { id: "1", role: "chair" },
    payload: { facts: { from: "2026-01-01", role: "expert" }, reason: { code: "other" } },
  });
  expect(JSON.stringify(open)).not.toMatch(/А\. Б|Указ|№ 5|потому/);
});

test("a hash without salt is closed: by it a name could be guessed", () => {
  const salt = Buffer.alloc(SALT_BYTES);
  const arrived = splitEntry({ payload: { hash: "h", id: "1", kind: "arrived", source: "s" } }, salt);
  expect(Object.keys(arrived.closed)).toEqual(["payload.hash", "payload.source"]);
  const imported = splitEntry({ payload: { file: "f", kind: "imported", sha256: "h" } }, salt);
  expect(Object.keys(imported.closed)).toEqual(["payload.file", "payload.sha256"]);
  const statement = { hash: "h", id: "1", method: "password" };
  const signed = splitEntry({ payload: { kind: "act", signature: { statement } } }, salt);
  expect(Object.keys(signed.closed)).toEqual(["payload.signature.statement.hash"]);
  expect(splitEntry({ payload: { kind: "constructor" } }, salt).closed).toEqual({});
});

test("a list under the name of an open fact is closed all the same", () => {
  const { closed } = splitEntry({ payload: { facts: { from: ["somebody"] } } }, Buffer.alloc(SALT_BYTES));
  expect(Object.keys(closed)).toEqual(["payload.facts.from"]);
});

test("a changed value or salt changes the leaf; what is no entry has one as well", () => {
  const { bytes, salt } = makeEntry({ outcome: "in full" });
  const leaf = leafHash(bytes, salt);
  expect(leafHash(Buffer.from('{"outcome":"in part"}'), salt).equals(leaf)).toBe(false);
  expect(leafHash(bytes, Buffer.alloc(SALT_BYTES, 1)).equals(leaf)).toBe(false);
  const rest = leafOrRest(Buffer.from("no entry"), salt);
  expect(rest.equals(leafOrRest(Buffer.from("no entry!"), salt))).toBe(false);
});

test("a salt of another size is refused, and so is an entry with a part named closed", () => {
  expect(() => makeEntry({ a: 1 }, Buffer.alloc(16))).toThrow("16 bytes, 32 expected");
  expect(() => leafHash(Buffer.from("{}"), Buffer.alloc(33))).toThrow("33 bytes");
  expect(() => splitEntry({ closed: 1 }, Buffer.alloc(32))).toThrow("not of the shape");
});
