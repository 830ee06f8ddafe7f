import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The conformance suite of the Library of Congress: it is not part of the project, tests that read it may skip. */
export const suite = fileURLToPath(new URL("../../../shared/data/bagit/v0.97/", import.meta.url));

export const whyNone = "the conformance suite is not beside the project (../shared/data/bagit)";

/** Every case of the suite, "valid/basic-bag". */
export const cases = existsSync(suite)
  ? readdirSync(suite)
      .flatMap((kind) => readdirSync(suite + kind).map((name) => `${kind}/${name}`))
      .sort()
  : [];

/** Code, file, where it is listed: all that is wrong with a bag, and nothing else. */
export type Found = [code: string, file: string, listed?: string];

const differs = (...files: string[]): Found[] =>
  files.map((file, index) => ["hashDiffers", file, `tagmanifest-md5.txt:${index + 1}`]);

const listedIn = "manifest-md5.txt:3";

export const refused: Record<string, Found[]> = {
  "invalid/baginfo-missing-encoding": [
    ["encodingMissing", "bagit.txt"],
    ["hashDiffers", "bagit.txt", "tagmanifest-md5.txt:2"],
  ],
  "invalid/bom-in-bagit.txt": [["byteOrderMark", "bagit.txt", "bagit.txt:1"]],
  "invalid/corrupt-data-file": [
    ["hashDiffers", "data/bare-filename", "manifest-md5.txt:1"],
    ["oxumDiffers", "bag-info.txt"],
  ],
  "invalid/corrupt-tag-file": differs("bag-info.txt", "bagit.txt", "manifest-md5.txt"),
  "invalid/extra-file-in-bag": [
    ["unlisted", "data/bar"],
    ["oxumDiffers", "bag-info.txt"],
  ],
  "invalid/invalid-version-number": [
    ["versionForm", "bagit.txt", "bagit.txt:1"],
    ["hashDiffers", "bagit.txt", "tagmanifest-sha256.txt:2"],
    ["hashDiffers", "bagit.txt", "tagmanifest-sha512.txt:2"],
  ],
  "invalid/missing-baginfo": [["missing", "bag-info.txt", "tagmanifest-md5.txt:1"]],
  "invalid/missing-bagit.txt": [
    ["bagitMissing", "bagit.txt"],
    ["missing", "bagit.txt", "tagmanifest-md5.txt:2"],
  ],
  "invalid/out-of-scope-file-paths-using-dot-notation": [
    ["pathClimbs", "../../../README.md", listedIn],
    ["pathBackslash", "\\.\\./\\.\\./\\.\\./README.md", "manifest-md5.txt:4"],
  ],
  "invalid/out-of-scope-file-paths-using-dot-notation-for-fetch": [
    ["pathClimbs", "../../../README.md", "fetch.txt:1"],
  ],
  "invalid/same-filename-listed-twice-with-different-hashes": [
    ["repeatedDiffers", "data/README", "manifest-sha256.txt:2"],
  ],
  "linux-only/out-of-scope-file-paths-using-absolute-path": [["pathAbsolute", "/tmp/foo", listedIn]],
  "linux-only/out-of-scope-file-paths-using-absolute-path-for-fetch": [
    ["pathAbsolute", "/tmp/test.txt", "fetch.txt:1"],
  ],
  "linux-only/out-of-scope-file-paths-using-shortcut": [["pathShortcut", "~/foo", listedIn]],
  "linux-only/out-of-scope-file-paths-using-shortcut-for-fetch": [
    ["pathShortcut", "~/test.txt", "fetch.txt:1"],
  ],
  "linux-only/out-of-scope-file-paths-using-shortcut-username": [["pathShortcut", "~root/foo", listedIn]],
  "linux-only/out-of-scope-file-paths-using-shortcut-username-for-fetch": [
    ["pathShortcut", "~root/foo", "fetch.txt:1"],
  ],
  ...windows("absolute-path", "pathAbsolute", "C:\\Windows\\System32\\setx.exe"),
  ...windows("shortcut", "pathShortcut", "%HomeDrive%\\Windows\\System32\\setx.exe"),
  ...windows("unc", "pathAbsolute", "\\\\?\\UNC\\server\\Windows\\System32\\setx.exe"),
};

function windows(kind: string, code: string, path: string): Record<string, Found[]> {
  const name = `windows-only/out-of-scope-file-paths-using-${kind}`;
  return { [name]: [[code, path, listedIn]], [`${name}-for-fetch`]: [[code, path, "fetch.txt:1"]] };
}
