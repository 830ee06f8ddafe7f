import { describe, expect, it } from "vitest";
import { keysOfNew } from "@/lib/intake/suspect-people";

describe("the keys of new people", () => {
  const entry = {
    ...{
      key: "p1",
      row: 2,
      fileKey: "f",
      name: "Байтұрсынұлы Ахмет",
      surname: "",
      given: "",
      patronymic: "",
    },
    ...{ names: [{ script: "ru", text: "Ахмет Байтурсынов" } as const], birth: "", birthPlace: "" },
  };
  const columns = { source_key: "p1", birth_from: "1872-01-01", birth_to: "1873-12-31" };

  it("are each once, with the years of birth, and of nobody who is here already or has no name", () => {
    const added = { people: [columns] } as unknown as Parameters<typeof keysOfNew>[1];
    const one = { row: 2, name: entry.name, born_from: 1872, born_to: 1873, source_key: "p1" };
    expect(keysOfNew([entry, { ...entry, key: "known" }], added)).toEqual([
      { ...one, key: "axmet baitursin" },
    ]);
    const other = { script: "ru", text: "Иванов Пётр" } as const;
    expect(keysOfNew([{ ...entry, names: [other] }], added)).toHaveLength(2);
    expect(keysOfNew([{ ...entry, name: "?", names: [] }], added)).toEqual([]);
  });
});
