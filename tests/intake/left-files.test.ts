import { describe, expect, it } from "vitest";
import { leftParts, leftUploads, LEFT_AFTER } from "@/lib/intake/left-files";

const now = 2_000_000_000_000;
const [old, fresh] = [now - LEFT_AFTER - 1, now - LEFT_AFTER];
const [one, two, three] = [1, 2, 3].map((nth) => `0000000${nth}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const lies = (name: string, touched: number) => ({ name, touched });

describe("uploads that were left", () => {
  it("go after a week without movement, with what is noted beside them, the upload first", () => {
    expect(leftUploads([lies(`${one}.json`, old), lies(one, old)], now)).toEqual([one, `${one}.json`]);
    expect(leftUploads([lies(`${two}.json`, old)], now)).toEqual([`${two}.json`]);
  });

  it("stay when either was touched since", () => {
    expect(leftUploads([lies(one, fresh), lies(`${one}.json`, old)], now)).toEqual([]);
    expect(leftUploads([lies(one, old), lies(`${one}.json`, fresh)], now)).toEqual([]);
  });

  it("are known by their names", () => {
    expect(leftUploads([lies("notes.txt", old), lies(`${one}.csv`, old), lies(three, old)], now)).toEqual([
      three,
    ]);
  });
});

describe("parts beside deliveries", () => {
  const sha = "a".repeat(64);

  it("go after a week, unless their import is being read", () => {
    const lying = [lies(`${sha}.${one}`, old), lies(`${sha}.${two}`, old), lies(`${sha}.${three}`, fresh)];
    expect(leftParts(lying, new Set([two]), now)).toEqual([`${sha}.${one}`]);
  });

  it("are never a delivery", () => {
    expect(leftParts([lies(sha, old), lies(`${sha}.json`, old)], new Set(), now)).toEqual([]);
  });
});
