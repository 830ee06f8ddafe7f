import { describe, expect, it } from "vitest";
import { soundEncoding, soundSeparator } from "@/lib/intake/reading";
import { tableEncodings, type TableEncoding } from "@/lib/intake/view";
import { encoder, encodings } from "@/prisma/sample/corpus/encoding";
import { readTable } from "./whole-table";

const text = "Архив;Фонд;Опись;Номер дела;Фамилия\r\nЦГА;1;2;3;Сафронов\r\nЦГА;1;2;4;Ким\r\n";

/** UTF-16 with the upper byte first, which no encoder of Node makes. */
const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).swap16();

const written: Record<TableEncoding, (text: string) => Uint8Array> = {
  "utf-8": encoder("utf-8"),
  "windows-1251": encoder("windows-1251"),
  "koi8-r": encoder("koi8-r"),
  "utf-16le": encoder("utf-16le"),
  "utf-16be": (piece) => swapped(encoder("utf-16le")(piece)),
};

describe("the encoding of a table", () => {
  it.each(tableEncodings)("%s is found out, and read", async (encoding) => {
    const bytes = written[encoding](text);
    expect(soundEncoding(bytes)).toBe(encoding);
    const table = await readTable(bytes);
    if (!table.ok) throw new Error(table.problem.code);
    expect(table.value.reading).toEqual({ encoding, separator: "semicolon" });
    expect(table.value.rows.map(({ cells }) => cells.surname)).toEqual(["Сафронов", "Ким"]);
  });

  it("is found out without a byte order mark as well", () => {
    const bytes = Buffer.from(text, "utf16le");
    expect([soundEncoding(bytes), soundEncoding(swapped(Buffer.from(bytes)))]).toEqual([
      "utf-16le",
      "utf-16be",
    ]);
  });

  it("stays UTF-8 where a few bytes of it are broken: nobody's name becomes another's", () => {
    const bytes = Buffer.concat([Buffer.from(text.repeat(4)), Buffer.from([0xd0])]);
    expect(soundEncoding(bytes)).toBe("utf-8");
  });

  it("that is asked for is taken, and what does not fit it is named", async () => {
    const bytes = encoder("windows-1251")(text);
    expect(await readTable(bytes, { encoding: "utf-8" })).toMatchObject({
      ok: false,
      problem: { code: "encoding", place: { kind: "line", line: 1, column: 1 }, detail: "utf-8" },
    });
    expect(await readTable(bytes, { encoding: "koi8-r" })).toMatchObject({
      ok: false,
      problem: { code: "unknownHeading" },
    });
  });

  it("every encoding that a corpus is written in is one that is read", () => {
    expect(encodings.every((one) => (tableEncodings as readonly string[]).includes(one))).toBe(true);
  });
});

it.each([
  ["a,b;c;d", "semicolon"],
  ["a,b,c", "comma"],
  ["a\tb\tc", "tab"],
  ["a|b", "bar"],
  ['"a;b;c;d",e', "comma"],
  ["a", "comma"],
] as const)("of %j the separator is a %s", (line, separator) => {
  expect(soundSeparator(`${line}\nx;x;x;x;x`)).toBe(separator);
});
