import { describe, expect, test } from "vitest";
import { codesOf } from "@/lib/names/fold";
import { nameTokens, readToken, searchKey } from "@/lib/names/tokens";

describe("the words of a name", () => {
  test.each([
    ["Байтурсынов Ахмет Байтурсынович", ["Байтурсынов", "Ахмет", "Байтурсынович"]],
    ["Байтурсынов А.Б.", ["Байтурсынов", "А.", "Б."]],
    ["Джумабаев Дж. М", ["Джумабаев", "Дж.", "М"]],
    ["Ахмет Байтұрсын ұлы", ["Ахмет", "Байтұрсын ұлы"]],
    ["Мамедов Али Гасан-оглы", ["Мамедов", "Али", "Гасан-оглы"]],
    ["Сара Есқызы", ["Сара", "Есқызы"]],
    ["Байтурсынов, Ахмет (Байтурсынулы).", ["Байтурсынов", "Ахмет", "Байтурсынулы"]],
    ["О'Коннор", ["О'Коннор"]],
    ["", []],
    [" 1937 ", []],
  ])("%s", (name, tokens) => expect(nameTokens(name)).toEqual(tokens));
});

describe("descent", () => {
  test.each([
    ["Ахметұлы", "axmet", "son"],
    ["Ахмет ұлы", "axmet", "son"],
    ["Ахмет-улы", "axmet", "son"],
    ["Akhmetuly", "axmet", "son"],
    ["Ахметов", "axmet", "son"],
    ["Ахметович", "axmet", "son"],
    ["Ахметқызы", "axmet", "daughter"],
    ["Ахметкызы", "axmet", "daughter"],
    ["Akhmetqyzy", "axmet", "daughter"],
    ["Ахметова", "axmet", "daughter"],
    ["Ахметовна", "axmet", "daughter"],
    ["Мұратбайұлы", "muratba", "son"],
    ["Муратбаев", "muratba", "son"],
    ["Сергеевич", "serge", "son"],
    ["Сергей", "serge", null],
    ["Ахмет", "axmet", null],
    ["Лев", "lev", null],
    ["Ева", "eva", null],
    ["Ұлы", "uli", null],
    ["Әли", "ali", null],
  ])("%s", (name, stem, kin) => {
    const token = readToken(name);
    expect([codesOf(token.stem), token.kin]).toEqual([stem, kin]);
  });
});

describe("the key for a search column", () => {
  test("does not depend on script, order or form of descent", () => {
    const names = ["Байтұрсынұлы Ахмет", "Ахмет Байтурсынов", "Baitursynov, Akhmet", "АХМЕТ  БАЙТҰРСЫН ҰЛЫ"];
    expect(new Set(names.map(searchKey))).toEqual(new Set(["axmet baitursin"]));
  });

  test("keeps initials, and is empty only for what is no name", () => {
    expect(searchKey("Байтурсынов А.")).toBe("a baitursin");
    expect(searchKey("А.Б.")).toBe("a b");
    expect(searchKey("—")).toBe("");
  });
});

test("a key fits an index, however long a name is", () => {
  const long = Array.from({ length: 2000 }, (_, nth) => `Имя${String.fromCharCode(1072 + (nth % 20))}`).join(
    " ",
  );
  expect(searchKey(long)).toHaveLength(600);
});
