import { expect, test } from "vitest";
import { acc, deepText, entry, lineWith, make, trust } from "@/tests/support/hand-made";
import { bothVerdicts } from "@/tests/support/judge";
import { cases } from "@/tests/support/nasty";

test.each(Object.keys(cases))("both verifiers judge alike: %s", async (name) => {
  const [bytes, given = trust] = cases[name]!();
  const { ours, other } = await bothVerdicts(bytes, given);
  expect(ours).toEqual(other);
});

test("what stands after the end is a fault, and so is what cannot be read", async () => {
  const codes = async (bytes: Buffer) => (await bothVerdicts(bytes, trust)).ours.faults;
  expect(await codes(make([entry(acc)]))).toEqual([]);
  expect(await codes(make([entry(acc)], { tail: "{}\n" }))).toEqual(["line –"]);
  expect(await codes(make([entry(acc)], { raws: { 0: '{"b":1e999,"a":1}' } }))).toContain("line 0");
  const deeper = lineWith(`{"kind":"account","x":${deepText(20_000)}}`);
  expect(await codes(make([entry(acc)], { raws: { 0: deeper } }))).toContain("line 0");
});
