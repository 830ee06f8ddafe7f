import { describe, expect, it } from "vitest";
import { akhmetov, openTableDesk } from "./table-desk";

const { nextFile, accept, one } = openTableDesk();

describe("the sheet on which a name stands", () => {
  it("becomes its place in the file; one that the file does not have is noted without, and said", async () => {
    const file = { ...nextFile(), sheets: "1-40, 12а" };
    const { summary } = await accept(
      { ...file, ...akhmetov, personSheet: "12а об." },
      { ...file, surname: "Иванов", role: "свидетель", personSheet: "л. 99" },
      { ...file, surname: "Петров", role: "свидетель" },
    );
    expect(summary.problems).toEqual([]);
    expect(summary.remarks.map(({ code, place, detail }) => [code, place, detail])).toEqual([
      ["sheetUnknown", { kind: "row", row: 3, heading: "Лист с именем" }, "л. 99"],
    ]);
    const noted = await one<{ rows: unknown }>(
      `select json_agg(json_build_array(m.name, m.position) order by m.name) as rows from mentions m
       join units u on u.id = m.file_id where u.ref_path like $1`,
      `%Ф. ${file.fonds}.%`,
    );
    // 12 and its back are 22 and 23; 12а follows.
    expect(noted.rows).toEqual([
      ["Ахметов Сакен Байтурсынович", 25],
      ["Иванов", null],
      ["Петров", null],
    ]);
  });

  it("is found in a file that was there already", async () => {
    const file = nextFile();
    await accept({ ...file, sheets: "1-40" });
    await accept({ ...file, surname: "Иванов", role: "свидетель", personSheet: "3" });
    const noted = await one<{ position: number }>(
      "select m.position from mentions m join units u on u.id = m.file_id where u.ref_path like $1",
      `%Ф. ${file.fonds}.%`,
    );
    expect(noted.position).toBe(4);
  });
});
