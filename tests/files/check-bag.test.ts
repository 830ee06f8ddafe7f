import { expect, test } from "vitest";
import type { BagReport } from "@/lib/files/bag-report";
import { checkBag } from "@/lib/files/check-bag";
import { bag, hash, line, packed } from "./bags";
import { makeHome, openBytes, zip } from "./packing";

const home = makeHome();

const check = async (changes: Parameters<typeof bag>[0]): Promise<BagReport> =>
  checkBag(await openBytes(home, await zip(packed(bag(changes)))));

const declared = (version: string, encoding = "UTF-8"): string =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`;

test("a sound bag is valid and gives its payload with hashes of our own", async () => {
  expect(await check({ "bag-info.txt": "A: b\n  c\nPayload-Oxum: 1.1" })).toEqual({
    valid: true,
    version: "0.97",
    faults: [],
    warnings: [],
    info: [
      ["A", "b c"],
      ["Payload-Oxum", "1.1"],
    ],
    payload: [{ path: "data/a.txt", size: 1, sha256: hash("a", "sha256") }],
  });
});

/** What is changed in a sound bag, and all that is found then: code, file and line. */
const wrong: [what: string, Parameters<typeof bag>[0], ...found: string[]][] = [
  ["no manifest", { "manifest-md5.txt": undefined }, "manifestMissing  ", "unlisted data/a.txt "],
  [
    "only a manifest of an unknown function",
    { "manifest-md5.txt": undefined, "manifest-crc32.txt": "0 data/a.txt" },
    "noKnownManifest manifest-crc32.txt ",
    "unlisted data/a.txt ",
  ],
  ["no payload", { "data/a.txt": undefined, "manifest-md5.txt": "" }, "dataMissing data/ "],
  [
    "a line without a hash",
    { "manifest-md5.txt": "data/a.txt\n" + line("data/a.txt", "a") },
    "lineForm manifest-md5.txt 1",
  ],
  [
    "a hash too short",
    { "manifest-md5.txt": line("data/a.txt", "a") + "abc  data/b\n" },
    "hashForm data/b 2",
  ],
  [
    "a tag file in a payload manifest",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("bagit.txt", declared("0.97")) },
    "notPayload bagit.txt 2",
  ],
  [
    "a missing file",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("data/b", "b") },
    "missing data/b 2",
  ],
  [
    "another file under a name that differs in case",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("data/A.TXT", "b") },
    "missing data/A.TXT 2",
  ],
  ["a system file that no manifest names", { "data/Thumbs.db": "x" }, "unlisted data/Thumbs.db "],
  [
    "a system file that is missing and was not empty",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("data/.DS_Store", "b") },
    "missing data/.DS_Store 2",
  ],
  [
    "a file still to be fetched",
    {
      "manifest-md5.txt": line("data/a.txt", "a") + line("data/b", "b"),
      "fetch.txt": "https://a.example/b 12 data/b",
    },
    "notFetched data/b 1",
  ],
  [
    "a file to be fetched that no manifest names",
    { "fetch.txt": "https://a.example/b - data/b" },
    "fetchUnlisted data/b 1",
  ],
  [
    "a tag file to be fetched",
    { "fetch.txt": "https://a.example/b - bag-info.txt" },
    "notPayload bag-info.txt 1",
  ],
  ["an address without a length", { "fetch.txt": "https://a.example/b data/a.txt" }, "fetchForm fetch.txt 1"],
  ["information without a label", { "bag-info.txt": "A: b\nno label\n" }, "infoForm bag-info.txt 2"],
  ["an Oxum without files", { "bag-info.txt": "Payload-Oxum: 1" }, "oxumForm bag-info.txt "],
  ["two Oxums", { "bag-info.txt": "Payload-Oxum: 1.1\npayload-oxum: 1.1" }, "oxumForm bag-info.txt "],
  ["an unknown version", { "bagit.txt": declared("2.0") }, "versionUnknown bagit.txt 1"],
  ["an unknown encoding", { "bagit.txt": declared("0.97", "EBCDIC") }, "encodingUnknown bagit.txt 2"],
  ["a third line", { "bagit.txt": `${declared("0.97")}More: x` }, "declarationForm bagit.txt 3"],
  [
    "white space that does not belong",
    { "bagit.txt": declared("0.97").replace(": 0", ":  0") },
    "versionForm bagit.txt 1",
  ],
  [
    "lines the wrong way round",
    { "bagit.txt": declared("0.97").split("\n").reverse().join("\n").trim() },
    "declarationForm bagit.txt 1",
    "declarationForm bagit.txt 2",
  ],
  [
    "bytes that are no UTF-8",
    { "bag-info.txt": Buffer.from([0x41, 0x3a, 0xff]) },
    "notInEncoding bag-info.txt ",
  ],
  [
    "RFC 8493: a file in one manifest of two",
    { "bagit.txt": declared("1.0"), "manifest-sha1.txt": "" },
    "unlisted data/a.txt null",
  ],
];

test.each(wrong)("%s is found, and nothing else", async (_, changes, ...found) => {
  const { valid, faults } = await check(changes);
  expect(faults.map(({ code, file, listed }) => `${code} ${file} ${listed ? listed.line : ""}`)).toEqual(
    found,
  );
  expect(valid).toBe(false);
});

const right: [what: string, Parameters<typeof bag>[0], ...warned: string[]][] = [
  ["0.97: a file in one manifest of two", { "manifest-sha1.txt": "" }],
  [
    "a draft with package-info.txt",
    { "bagit.txt": declared("0.95"), "package-info.txt": "Payload-Oxum: 1.1" },
  ],
  [
    "a hash in capitals, a tab, no last line break",
    { "manifest-md5.txt": `${hash("a").toUpperCase()}\tdata/a.txt` },
  ],
  ["a second manifest of an unknown function", { "manifest-crc32.txt": "0 data/a.txt" }, "algorithmUnknown"],
  [
    "UTF-16 without a mark",
    {
      "bagit.txt": declared("0.97", "UTF-16"),
      "manifest-md5.txt": Buffer.from(line("data/a.txt", "a"), "utf16le"),
    },
  ],
  [
    "Cyrillic in windows-1251",
    { "bagit.txt": declared("0.97", "windows-1251"), "bag-info.txt": Buffer.from([0xc0, 0x3a, 0x20, 0xe1]) },
  ],
  [
    "a line break in a name",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("data/b%0Ac", "b"), "data/b\nc": "b" },
  ],
  [
    "0.97: a percent sign stands for itself",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("data/b%25", "b"), "data/b%25": "b" },
  ],
  [
    "1.0: a percent sign is encoded",
    {
      "bagit.txt": declared("1.0"),
      "manifest-md5.txt": line("data/a.txt", "a") + line("data/b%25", "b"),
      "data/b%": "b",
    },
  ],
  [
    "1.0: a percent sign that was not encoded",
    {
      "bagit.txt": declared("1.0"),
      "manifest-md5.txt": line("data/a.txt", "a") + line("data/b%25", "b"),
      "data/b%25": "b",
    },
    "percentNotEncoded",
  ],
  [
    "a file that came under another normalization",
    { "manifest-md5.txt": line("data/a.txt", "a") + line("data/\u0438\u0306", "b"), "data/\u0439": "b" },
    "sameButForNormalization",
  ],
];

test.each(right)("%s is taken", async (_, changes, ...warned) => {
  const { valid, faults, warnings } = await check(changes);
  expect(faults).toEqual([]);
  expect(valid).toBe(true);
  expect(warnings.map(({ code }) => code)).toEqual(warned);
});
