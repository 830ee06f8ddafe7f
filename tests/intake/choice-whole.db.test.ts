import { describe, expect, it } from "vitest";
import { printCsv } from "@/lib/csv";
import { keyOf, leaveOut } from "./choosing-desk";
import { one } from "./desk";
import { wrap } from "./finding-aids";
import { openImportDesk, type Opened } from "./import-desk";

let opened = {} as Opened;
openImportDesk((given) => (opened = given));

const units = (...titles: string[]): string =>
  titles
    .map(
      (title, nth) =>
        `<c level="file"><did><unitid>${nth + 1}</unitid><unittitle>${title}</unittitle></did></c>`,
    )
    .join("");
const titles = async (record: string) =>
  (
    await one<{ all: string[] }>(
      opened.connection,
      `select json_agg(title order by position) "all" from units where source = $1 and level = 'file'`,
      `ead:${record}`,
    )
  ).all;

describe("changes of a finding aid", () => {
  it("are left out all or one by one, and are told again the next time", async () => {
    await opened.accept(opened.archivist, await opened.propose(wrap(units("А", "Б"), "left")));
    const changed = wrap(units("А-2", "Б-2", "В"), "left");
    const all = await opened.propose(changed);
    expect(all.summary.counts.unit).toMatchObject({ added: 1, changed: 2 });
    const none = await leaveOut(opened, all, { changed: true, added: true });
    // What is new in a finding aid hangs together and is not left out.
    expect(none.summary.counts.unit).toMatchObject({ added: 1, changed: 0, left: 2 });
    const some = await leaveOut(opened, none, { things: [keyOf(all, "unit", "А-2")] });
    expect(some.summary.counts.unit).toMatchObject({ added: 1, changed: 1, left: 1 });
    expect(some.summary.left!.shown).toMatchObject([{ noun: "unit", name: "1 А-2" }]);
    expect(await opened.accept(opened.archivist, some)).toMatchObject({ state: "accepted" });
    expect(await titles("left")).toEqual(["А", "Б-2", "В"]);
    const again = await opened.propose(changed);
    expect(again.summary.counts.unit).toMatchObject({ added: 0, changed: 1, missing: 0 });
    await opened.accept(opened.archivist, again);
    expect(await titles("left")).toEqual(["А-2", "Б-2", "В"]);
  });
});

describe("authority records", () => {
  it("are left out one by one, new and changed", async () => {
    const heads = ["typeOfEntity", "authorizedFormOfName", "datesOfExistence", "descriptionIdentifier"];
    const table = (...rows: string[][]) =>
      printCsv([[...heads, "institutionIdentifier"], ...rows.map((row) => ["Person", ...row, "KZ"])]);
    await opened.accept(opened.archivist, await opened.propose(table(["Первый", "", "L-1"]), "p.csv"));
    const next = table(["Первый", "1890–1937", "L-1"], ["Второй", "", "L-2"], ["Третий", "", "L-3"]);
    const all = await opened.propose(next, "p.csv");
    const things = [keyOf(all, "person", "Первый"), keyOf(all, "person", "Второй")];
    const some = await leaveOut(opened, all, { things });
    expect(some.summary.counts.person).toMatchObject({ added: 1, changed: 0, left: 2 });
    await opened.accept(opened.archivist, some);
    expect((await opened.propose(next, "p.csv")).summary.counts.person).toMatchObject({
      ...{ added: 1, changed: 1, unchanged: 1 },
    });
  });
});
