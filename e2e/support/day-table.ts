import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { COLUMNS, headingOf, type Column } from "@/lib/intake/columns";

const beginnings = ["Ар", "Бек", "Дүр", "Ел", "Жан"];
const endings = ["тас", "дос", "ғали", "мұрат", "сұлу", "қара", "бай", "нияз", "шора", "тілек"];
const given = ["Айтбай", "Досым", "Ерқожа", "Сағидолла", "Тұрсын", "Шолпан", "Үмітжан"];

/** As many invented people as one day has cases; no two are alike. */
export const people: readonly string[] = endings.flatMap((ending, n) =>
  beginnings.map((beginning, m) => `${beginning}${ending}ұлы ${given[(n + 2 * m) % given.length]}`),
);

/** Files with one accused each, and one list with all others. */
export const alone = 10;
export const listTitle = "Рабочий день: список осуждённых";
export const titleOf = (nth: number): string => `Рабочий день: дело ${String(nth + 1).padStart(2, "0")}`;

/** Writes the import table of the day; every file is secret and belongs to one agency. */
export function writeDayTable(): string {
  const rows = people.map((name, nth): Partial<Record<Column, string>> => {
    const list = nth >= alone;
    return {
      archive: "ЦАПР",
      fonds: "77",
      inventory: "1",
      fileNumber: list ? "П-900" : `П-${901 + nth}`,
      fileTitle: list ? listTitle : titleOf(nth),
      fileDates: "1937–1938",
      sheets: list ? "60" : "24",
      ownerAgency: "UQK",
      grade: "Секретно",
      nameAsWritten: name,
      birthDate: String(1880 + (nth % 25)),
      role: "обвиняемый",
      personSheet: list ? String(nth + 1) : "2",
      episodeDate: "ноябрь 1937",
      body: "Особое совещание при НКВД СССР",
      charge: "58-10",
      measure: "10 лет ИТЛ",
    };
  });
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [COLUMNS.map((column) => headingOf(column, "ru"))].concat(
    rows.map((row) => COLUMNS.map((column) => row[column] ?? "")),
  );
  const file = path.join("test-results", "working-day.csv");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => line.map(cell).join(";")).join("\r\n"));
  return file;
}
