import { expect, it } from "vitest";
import { COLUMNS } from "@/lib/intake/columns";
import { DESCRIPTION_FIELDS } from "@/lib/intake/ead-fields";
import { fileFaults, remarks, rowFaults } from "@/lib/intake/problem";
import { makeTemplate } from "@/lib/intake/template";
import { nouns } from "@/lib/intake/view";
import { mentionRoles } from "@/lib/law/words";
import { flatten, loadAll } from "../support/messages";
import { readTable } from "./whole-table";

const changed = [
  ...["level", "reference", "title", "dateText", "extent", "position", ...DESCRIPTION_FIELDS],
  ...["fileTitle", "fileDates", "sheets", "ownerAgency", "grade"],
  ...["name", "surname", "given", "patronymic", "birth", "birthPlace", "death", "names"],
  ...["episode", "body", "category", "region", "charges", "measures", "files"],
];

it("every problem, kind of thing, role and changed field has its words in each language", () => {
  const wanted = [
    ...[...fileFaults, ...rowFaults, ...remarks].map((code) => `problem.${code}`),
    ...nouns.map((noun) => `noun.${noun}`),
    ...mentionRoles.map((role) => `role.${role}`),
    ...changed.map((field) => `field.${field}`),
  ];
  for (const [locale, all] of Object.entries(loadAll())) {
    const words = flatten(all);
    expect(
      wanted.filter((key) => !words.has(`intake.${key}`)),
      locale,
    ).toEqual([]);
  }
});

it.each(["kk", "ru", "en"] as const)(
  "the template in %s has every column and is read without a problem",
  async (language) => {
    const table = await readTable(Buffer.from(makeTemplate(language)));
    expect(table).toMatchObject({ ok: true, value: { rows: [{ row: 2 }] } });
    if (table.ok) expect(Object.keys(table.value.headings)).toHaveLength(COLUMNS.length);
  },
);
