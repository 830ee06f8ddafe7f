import { describe, expect, it } from "vitest";
import { encoder, type Encoding } from "@/prisma/sample/corpus/encoding";
import { corpusTable, type Corpus } from "@/prisma/sample/corpus/table";
import type { Problem } from "@/lib/intake/view";
import { accept, everything } from "./desk";
import { openTableDesk } from "./table-desk";
import { headingOf } from "@/lib/intake/columns";

const { db, one } = openTableDesk();

const long = process.env.AQTALU_LONG === "1";
/** About as many people as rows of a list: 5,000, and a tenth of it where time is short. */
const list: Corpus = { seed: 5, files: long ? 4900 : 490, errors: 0.01, separator: ";", headings: "ru" };

function write(corpus: Corpus, encoding: Encoding) {
  const encode = encoder(encoding);
  const pieces = [...corpusTable(corpus)];
  return {
    bytes: Buffer.concat(pieces.map(({ text }) => encode(text))),
    spoilt: pieces.flatMap(({ spoilt }) => spoilt),
    text: pieces.map(({ text }) => text).join(""),
  };
}

const placeOf = ({ code, place }: Problem) =>
  place.kind === "row" ? [place.row, place.heading, code].join(" ") : code;

describe("a long list of people in Windows-1251, separated by semicolons", { timeout: 200_000 }, () => {
  it("lands whole but for the rows that are truly bad, each named with column and reason", async () => {
    await db().pool.query(
      `insert into bodies (id, kind, code, name_kk, name_ru, name_en) values
         (gen_random_uuid(), 'agency', 'IIM', 'а', 'а', 'a'), (gen_random_uuid(), 'agency', 'UQK', 'б', 'б', 'b')`,
    );
    const { bytes, spoilt, text } = write(list, "windows-1251");
    const kept = ["16-14 сентября 1940 г.", "ок. 18", '"Архивно-следственное дело\nпо ст.'];
    expect(kept.map((part) => text.includes(part))).toEqual([true, true, true]);
    expect(spoilt.length).toBeGreaterThan(long ? 200 : 10);
    const { summary } = await accept(db(), bytes, { name: "list.csv" });
    expect(summary.reading).toEqual({ encoding: "windows-1251", separator: "semicolon" });
    expect(summary.problems.map(placeOf)).toEqual(
      spoilt.map(({ row, column, code }) => [row, headingOf(column, "ru"), code].join(" ")),
    );
    expect(summary.counts.case!.added).toBeGreaterThan(long ? 5000 : 450);
    const stored = await one<{ cases: number; unclear: number; materials: number }>(
      `select (select count(*)::int from cases) as cases, (select count(*)::int from materials) as materials,
         (select count(*)::int from cases where date_text = '16-14 сентября 1940 г.') as unclear`,
    );
    expect(stored).toMatchObject({
      cases: summary.counts.case!.added,
      materials: summary.counts.material!.added,
    });
    expect(stored.unclear).toBeGreaterThan(long ? 20 : 2);
  });

  it("and a second time with another separator changes nothing", async () => {
    const before = await everything(db());
    const { bytes } = write({ ...list, separator: "\t" }, "windows-1251");
    const { summary } = await accept(db(), bytes, { name: "again.csv" });
    for (const tally of Object.values(summary.counts)) expect(tally).toMatchObject({ added: 0, changed: 0 });
    expect(await everything(db())).toEqual(before);
  });
});

describe("a corpus", () => {
  it("is the same bytes for the same seed, and begins alike whatever its size", () => {
    const small = write({ ...list, files: 500 }, "utf-8").bytes;
    expect(write({ ...list, files: 500 }, "utf-8").bytes.equals(small)).toBe(true);
    expect(
      write({ ...list, files: 750 }, "utf-8")
        .bytes.subarray(0, small.length)
        .equals(small),
    ).toBe(true);
    expect(write({ ...list, files: 500, seed: 6 }, "utf-8").bytes.equals(small)).toBe(false);
  });
});
