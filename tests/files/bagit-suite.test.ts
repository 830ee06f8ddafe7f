import { expect, test } from "vitest";
import type { BagReport } from "@/lib/files/bag-report";
import { checkBag } from "@/lib/files/check-bag";
import { cases, refused, suite, whyNone, type Found } from "./bagit-suite";
import { filesBelow, makeHome, openAt, openBytes, tar, tarGz, zip } from "./packing";

const home = makeHome();

const warned: Record<string, Found[]> = {
  "valid/bag-with-leading-dot-slash-in-manifest": [["relativePath", "data/test2.txt", "manifest-md5.txt:5"]],
  "warning/duplicate-file-with-different-case": [
    ["sameButForCase", "data/HELLO.txt", "manifest-sha512.txt:2"],
  ],
  "warning/made-with-md5sum-tools": [
    ["md5sumForm", "bag-info.txt", "tagmanifest-md5.txt:1"],
    ["md5sumForm", "bagit.txt", "tagmanifest-md5.txt:2"],
    ["md5sumForm", "data/hello.txt", "manifest-md5.txt:1"],
    ["md5sumForm", "manifest-md5.txt", "tagmanifest-md5.txt:3"],
  ],
  "warning/relative-path": [["relativePath", "data/hello.txt", "manifest-sha512.txt:1"]],
  "warning/same-filename-listed-twice-with-different-normalization": [
    ["sameButForNormalization", "data/Nu\u0301n\u0303ez", "manifest-sha512.txt:1"],
  ],
  "warning/same-filename-listed-twice-with-the-same-hash": [
    ["repeatedLine", "data/README", "manifest-sha256.txt:2"],
  ],
  // The suite lists two system files, both empty; where it was packed only one of them was left.
  "warning/special-system-files": [
    ["systemFile", "data/Thumbs.db"],
    ["systemFileMissing", "data/.DS_Store", "manifest-sha512.txt:1"],
  ],
};

const short = (found: BagReport["faults"] | BagReport["warnings"]): Found[] =>
  found
    .map(({ code, file, listed }): Found =>
      listed ? [code, file, `${listed.file}:${listed.line}`] : [code, file],
    )
    .sort();

test.skipIf(cases.length === 0)(`the suite is here, whole (or: ${whyNone})`, () => {
  expect(cases).toHaveLength(41);
});

test.each(cases)("%s, as a directory, a zip and a tar", async (name) => {
  const files = await filesBelow(suite + name);
  const inBase = files.map((file) => ({ ...file, path: `bag/${file.path}` }));
  const packages = [
    await openAt(suite + name),
    await openBytes(home, await zip(files)),
    await openBytes(home, await zip(inBase)),
    await openBytes(home, await tar(files)),
    await openBytes(home, await tar(inBase)),
    await openBytes(home, await tarGz(inBase)),
  ];
  for (const one of packages) {
    const report = await checkBag(one);
    expect(short(report.faults)).toEqual((refused[name] ?? []).sort());
    expect(short(report.warnings)).toEqual((warned[name] ?? []).sort());
    expect(report.valid).toBe(/^(valid|warning)\//.test(name));
    if (report.valid) expect(report.payload.length).toBeGreaterThan(0);
  }
});
