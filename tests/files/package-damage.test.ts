import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openPackage } from "@/lib/files/open-package";
import { makeHome, readAll, roomy, tar, tarGz, zip } from "./packing";

const home = makeHome();
const files = ["a", "b", "c"].map((name) => ({ path: `${name}/${name}.txt`, bytes: name.repeat(700) }));
const long = process.env.AQTALU_LONG === "1";

test.each([
  ["zip", zip],
  ["tar", tar],
  ["tar in a gzip", tarGz],
])("whatever bytes of a %s are altered, the reading ends, and in faults or in files", async (name, make) => {
  const whole = await make(files);
  const place = path.join(home, name);
  const alteration = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(alteration, fc.nat(whole.length), async (changes, end) => {
      const bytes = Buffer.from(end % 3 === 0 ? whole.subarray(0, end) : whole);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      writeFileSync(place, bytes);
      const opening = await openPackage(place, roomy);
      if (!opening.ok) return;
      const { faults, texts } = await readAll(opening.value);
      // A zip keeps a checksum of every file; a tar has none, and what a manifest is for.
      const sound = files.every((file) => texts[file.path] === file.bytes);
      if (name === "zip" && !sound && faults.length === 0) {
        expect(Object.values(texts).every((text) => files.some((file) => file.bytes === text))).toBe(true);
      }
    }),
    { numRuns: long ? 5000 : 300 },
  );
});
