import { expect, test } from "vitest";
import { makeCorpusFile } from "@/prisma/sample/corpus/file";

/** Where two witnesses of one name met among 700,000 files of this seed, and the files around. */
const met = 38_420;

test("no two rows of a corpus are the same", () => {
  for (let nth = met - 200; nth <= met; nth++) {
    const rows = makeCorpusFile(1937, nth).map((row) => JSON.stringify(row));
    expect(new Set(rows).size, `file ${nth}`).toBe(rows.length);
  }
});
