import { describe, expect, test } from "vitest";
import { foldName } from "@/lib/names/fold";
import { readingsOf } from "@/lib/names/readings";

describe("a word is read as its language reads it", () => {
  test.each([
    ["Kowalczyk", "Ковальчик"],
    ["Wojciechowski", "Войчеховский"],
    ["Schultz", "Шульц"],
    ["Zimmermann", "Циммерман"],
    ["Heinrich", "Хайнрих"],
    ["Jovanović", "Йованович"],
    ["Dvořák", "Дворжак"],
    ["Nagy", "Надь"],
    ["Szabó", "Сабо"],
    ["Popescu", "Попеску"],
    ["Giuseppe", "Джусеппе"],
    ["Moreau", "Моро"],
    ["Chaplin", "Чаплин"],
    ["Jack", "Джек"],
    ["Herodotus", "Геродот"],
    ["Shimizu", "Симидзу"],
  ])("%s: %s", (word, russian) =>
    expect([word, ...readingsOf(word)].map(foldName)).toContain(foldName(russian)),
  );

  test("once each, and never as it is written; other scripts as nothing", () => {
    const readings = readingsOf("Kowalczyk");
    expect(new Set(readings).size).toBe(readings.length);
    expect(readings).not.toContain("kowalczyk");
    expect(readingsOf("Ковальчик")).toEqual([]);
    expect(readingsOf("")).toEqual([]);
  });
});
