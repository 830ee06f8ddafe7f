import { LANGUAGES } from "@/lib/names/languages";

type Rule = {
  readonly begins: boolean;
  readonly ends: boolean;
  readonly letters: string;
  readonly sound: string;
};

const parse = (rows: readonly string[]): Rule[] =>
  rows
    .flatMap((row) => row.split(", "))
    .map((entry) => {
      const [from = "", sound = ""] = entry.split(" ");
      return {
        ...{ begins: from.startsWith("^"), ends: from.endsWith("$") },
        ...{ letters: from.replace(/^\^|\$$/g, ""), sound },
      };
    })
    .sort((a, b) => weight(b) - weight(a));

const weight = ({ letters, begins, ends }: Rule): number =>
  letters.length * 2 + Number(begins) + Number(ends);

const RULES = LANGUAGES.map(parse);

/**
 * A word in Latin letters as other languages read it, in the romanisation that `foldName` reads; each reading once, and
 * not the word itself. Of a word in other letters there is none.
 */
export function readingsOf(word: string): string[] {
  const letters = word.normalize("NFC").toLowerCase();
  if (!/^[\p{Script=Latin}\p{M}'’-]+$/u.test(letters)) return [];
  const readings = new Set(RULES.map((rules) => readBy(rules, letters)));
  readings.delete(letters);
  return [...readings];
}

function readBy(rules: readonly Rule[], word: string): string {
  let read = "";
  for (let at = 0; at < word.length;) {
    const rule = rules.find((one) => fits(one, word, at));
    read += rule ? rule.sound : word[at];
    at += rule ? consumed(rule) : 1;
  }
  return read;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  V: /[aeiouyäöüáéíóúàèìòùâêîôûāēīōūąęůåæø]/,
  E: /[eiyéèêëí]/,
};

/** Letters of a rule that are only looked at stand at its beginning or end. */
const consumed = ({ letters }: Rule): number => letters.replace(/[VE]/g, "").length;

function fits({ begins, ends, letters }: Rule, word: string, at: number): boolean {
  const lead = /^[VE]/.test(letters) ? 1 : 0;
  const from = at - lead;
  if (begins && from !== 0) return false;
  if (ends && from + letters.length !== word.length) return false;
  for (let i = 0; i < letters.length; i++) {
    const found = word[from + i];
    if (found === undefined) return false;
    const kind = CLASSES[letters[i]!];
    if (kind ? !kind.test(found) : found !== letters[i]) return false;
  }
  return true;
}
