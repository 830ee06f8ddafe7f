import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadAll } from "../support/messages";

const row = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .find((line) => line.startsWith("| import ("))!;
const [, , en, ru, kk] = row.split("|");

test.each(Object.entries({ en, ru, kk }))(
  "an import is decided in the words of the glossary: %s",
  (locale, words) => {
    const { accept } = loadAll()[locale as "en"].intake as { accept: Record<"submit" | "drop", string> };
    const said = words!.split(/[:,]/).map((word) => word.trim());
    expect(said.slice(-2)).toEqual(
      [accept.submit, accept.drop].map((word) => word.toLocaleLowerCase(locale)),
    );
  },
);
