/** The parts of a reference in their fixed order; a volume is kept within the file's number. */
export const PARTS = ["fonds", "inventory", "file", "volume", "sheets"] as const;
export type Part = (typeof PARTS)[number];

/**
 * A number as archives write it: `345`, `2а`, `12/3`, `Р-10`, `П-46597`, `06523-с`. A letter at the end does
 * not count where a number follows it, for then it is the next mark written close (`оп2д345`).
 */
const VALUE = String.raw`(?:\p{L}{1,3}[-‐‑–]?)?\d+(?:[/-]\d+)*(?:[-‐‑–]?\p{L}(?!\p{L}|\.?\s*\d))?`;

/** Words before the number: Russian, its Latin transcription, English, Kazakh in full. */
const BEFORE: Record<Part, string> = {
  fonds: "фонд[ае]?|ф|fonds?|f|қор",
  inventory: "опис[ьи]|оп|inventory|inv|opis|op|тізімдеме|тізбе",
  file: String.raw`дел[оа]|д|ед\.?\s*хр|file|delo|d|іс`,
  volume: "том|т|volume|vol",
  sheets: "листы?|лл?|sheets?|folios?|fols?|ff|ll?|парақ(?:тар)?",
};

/**
 * Words after the number, joined by a hyphen, as Kazakh has them. The inventory's `т` comes before the file.
 */
const AFTER: Partial<Record<Part, string>> = {
  fonds: String.raw`қор\p{L}*|қ`,
  inventory: String.raw`тізімдеме\p{L}*|тізбе\p{L}*|т`,
  file: String.raw`іс\p{L}*`,
  volume: "том[ы]?",
};

const compile = (source: string): RegExp => new RegExp(source, "iuy");
const ending = String.raw`(?!\p{L})\.?`;

const MARKS: readonly { readonly part: Part; readonly pattern: RegExp }[] = [
  // Sheets come first: in `1т–2-пп.` the letter belongs to the leaf.
  {
    part: "sheets",
    pattern: compile(
      String.raw`(?=\d+\p{L}?(?:\s*[–-]\s*\d+\p{L}?)?\s?[-‐‑]?\s?(?:пп?|парақ\p{L}*)(?!\p{L}))`,
    ),
  },
  ...PARTS.flatMap((part) => (AFTER[part] ? [{ part, words: AFTER[part] }] : [])).map(({ part, words }) => ({
    part,
    pattern: compile(String.raw`(?<value>${VALUE})\s?[-‐‑–]?\s?(?:${words})${ending}`),
  })),
  ...PARTS.map((part) => ({
    part,
    pattern: compile(
      part === "sheets"
        ? String.raw`(?:${BEFORE.sheets})${ending}(?=\s*\d)`
        : String.raw`(?:${BEFORE[part]})${ending}\s*(?:№\s*)?(?<value>${VALUE})`,
    ),
  })),
];

/** A part found at a place: its value as typed (none for sheets, whose text follows), and where it ends. */
export type Mark = { readonly part: Part; readonly value: string; readonly end: number };

/** The mark that begins exactly at `at`, if any. */
export function markAt(text: string, at: number): Mark | null {
  for (const { part, pattern } of MARKS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { part, value: match.groups?.value ?? "", end: at + match[0].length };
  }
  return null;
}

/** Where the first mark of the text begins, at the beginning of a word; null when there is none. */
export function firstMark(text: string): number | null {
  for (let at = 0; at < text.length; at++) {
    if (!/[\p{L}\d]/u.test(text[at - 1] ?? " ") && markAt(text, at)) return at;
  }
  return null;
}

/** A number in one form: letters before it in capitals and hyphened, the letter after it small. */
export function tidyValue(typed: string): string {
  const [, prefix = "", rest = typed] = /^(\p{L}*)[-‐‑–]?(.*)$/u.exec(typed) ?? [];
  const tidied = rest.replace(/[‐‑–]/g, "-").toLowerCase();
  return prefix === "" ? tidied : `${prefix.toUpperCase()}-${tidied}`;
}
