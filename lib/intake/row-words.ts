import type { MentionRole } from "@/lib/law/words";

export type Bond = "required" | "supporting";

const ROLES: Readonly<Record<MentionRole, string>> = {
  accused:
    "accused обвиняемый обвиняемая осуждённый осуждённая репрессированный репрессированная айыпталушы сотталған",
  relative: "relative родственник родственница туыс туысы туысқан",
  witness: "witness свидетель свидетельница куә куәгер",
  informer: "informer осведомитель осведомительница агент тыңшы хабаршы",
  official: "official должностноелицо следователь сотрудник лауазымдыадам лауазымдытұлға тергеуші",
};

const BONDS: Readonly<Record<Bond, string>> = {
  required: "required основное основной необходимое негізгі міндетті",
  supporting: "supporting дополнительное дополнительный қосымша көмекші",
};

const ANSWERS = {
  yes: "yes да иә ия болған был была было true 1 x х",
  no: "no нет жоқ болмаған небыло небыл false 0",
} as const;

const NO_GRADE = "none no нет без безгрифа жоқ белгісіз несекретно";

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function index<Word extends string>(words: Readonly<Record<Word, string>>): ReadonlyMap<string, Word> {
  const entries = Object.entries<string>(words) as [Word, string][];
  return new Map(
    entries.flatMap(([word, aliases]) => aliases.split(" ").map((alias) => [fold(alias), word])),
  );
}

const roles = index(ROLES);
const bonds = index(BONDS);
const answers = index(ANSWERS);
const noGrade = new Set(NO_GRADE.split(" ").map(fold));

/** The role that a cell names in Kazakh, Russian or English; null when it names none. */
export function roleOf(cell: string): MentionRole | null {
  return roles.get(fold(cell)) ?? null;
}

export function bondOf(cell: string): Bond | null {
  return cell === "" ? "required" : (bonds.get(fold(cell)) ?? null);
}

/** Yes or no in any of the languages; an empty cell does not say. Null for anything else. */
export function answerOf(cell: string): "yes" | "no" | "" | null {
  return cell === "" ? "" : (answers.get(fold(cell)) ?? null);
}

/** The grade as written; empty for the words that say there is none. */
export function gradeOf(cell: string): string {
  return noGrade.has(fold(cell)) ? "" : cell;
}

/** Several values of one cell, separated by semicolons. */
export function splitCell(cell: string): string[] {
  return cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
