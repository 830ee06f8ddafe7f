import { COLUMNS, headingOf, type Column, type Language } from "./columns";

const EXAMPLE: Readonly<Record<Language, Partial<Record<Column, string>>>> = {
  kk: { archive: "ҚР ПМ", role: "айыпталушы", surname: "Үлгіұлы", episodeDate: "1937 жылғы қыркүйек" },
  ru: { archive: "АП РК", role: "обвиняемый", surname: "Образцов", episodeDate: "сентябрь 1937" },
  en: { archive: "AP RK", role: "accused", surname: "Specimen", episodeDate: "September 1937" },
};
const COMMON: Partial<Record<Column, string>> = {
  ...{ fonds: "10", inventory: "2", fileNumber: "П-1", sheets: "1–214, 12а", given: "А." },
};

/** The empty table with one row that shows how it is filled in. The mark at the head makes spreadsheets read UTF-8. */
export function makeTemplate(language: Language): string {
  const example = { ...COMMON, ...EXAMPLE[language] };
  const cell = (text: string): string => (/[",;\s]/.test(text) ? `"${text}"` : text);
  const lines = [
    COLUMNS.map((column) => headingOf(column, language)),
    COLUMNS.map((column) => example[column] ?? ""),
  ];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
