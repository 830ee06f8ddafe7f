import { codesOf, soundsOf, type Sound } from "@/lib/names/fold";
import { remembering } from "@/lib/names/remembering";

/**
 * Endings that make a name one of descent, in folded letters: Kazakh ұлы and қызы, Turkic оглы, Russian
 * patronymics and the surnames made in their likeness. Longer ones first.
 */
const DESCENT: readonly (readonly [ending: readonly string[], kin: "son" | "daughter"])[] = [
  [["o", "v", "i", "ch"], "son"],
  [["e", "v", "i", "ch"], "son"],
  [["o", "v", "n", "a"], "daughter"],
  [["e", "v", "n", "a"], "daughter"],
  [["k", "i", "z", "i"], "daughter"],
  [["o", "g", "l", "i"], "son"],
  [["u", "l", "i"], "son"],
  [["o", "v", "a"], "daughter"],
  [["e", "v", "a"], "daughter"],
  [["o", "v"], "son"],
  [["e", "v"], "son"],
];

/** Shortest stem that an ending may leave: Лев and Ева are no descent. */
const SHORTEST_STEM = 3;

/** A word of a name: its stem without the ending of descent, that ending, and whose it is. */
export type NameToken = {
  readonly text: string;
  readonly stem: readonly Sound[];
  readonly ending: readonly Sound[];
  readonly kin: "son" | "daughter" | null;
  readonly initial: boolean;
};

/**
 * The words of a name as they are written: `Байтурсынов А.Б.` → `Байтурсынов`, `А.`, `Б.` An ending of
 * descent that is written apart stays with its name (`Ахмет ұлы` is one word); commas and brackets fall away.
 */
export function nameTokens(text: string): string[] {
  const words = text.match(/\p{L}[\p{L}\p{M}'’‘ʼʹʺʻʿ`´-]*\.?/gu) ?? [];
  const tokens: string[] = [];
  for (const word of words) {
    const last = tokens.at(-1);
    if (isApart(word) && last !== undefined && !isInitial(last))
      tokens[tokens.length - 1] = `${last} ${word}`;
    else tokens.push(isInitial(word) ? word : word.replace(/\.$/, ""));
  }
  return tokens;
}

/** An ending of descent that is written as a word of its own. */
const isApart = remembering((word: string) =>
  ["uli", "kizi", "ogli"].includes(codesOf(soundsOf(word.replace(".", "")))),
);

/** Takes a word of a name apart. The stem is never empty for a word that folds to anything. */
export function readToken(text: string): NameToken {
  const sounds = soundsOf(text.replace(/\.$/, ""));
  const initial = isInitial(text);
  const found = initial ? undefined : DESCENT.find(([ending]) => endsWith(sounds, ending));
  const cut = found ? sounds.length - found[0].length : sounds.length;
  const stem = sounds.slice(0, cut);
  return { text, stem: dropGlide(stem), ending: sounds.slice(cut), kin: found?.[1] ?? null, initial };
}

/**
 * The text for a database column to be searched by trigrams: folded stems, sorted, one space between them.
 * `Байтұрсынұлы Ахмет`, `Ахмет Байтурсынов` and `Baitursynov Akhmet` have the same key. Like the folded form,
 * it finds candidates and proves nothing. It is cut where it would not fit an index.
 */
export function searchKey(name: string): string {
  return nameTokens(name)
    .map(stemOf)
    .filter((stem) => stem !== "")
    .sort()
    .join(" ")
    .slice(0, LONGEST);
}

/** No name has as many letters; an entry of an index has 2,700 bytes. */
const LONGEST = 600;

const stemOf = remembering((token: string) => codesOf(readToken(token).stem));

/** A letter alone, or a digraph with a full stop (`Дж.`). */
const isInitial = remembering((text: string): boolean => {
  const sounds = soundsOf(text.replace(".", ""));
  return (
    sounds.length === 1 ||
    (text.endsWith(".") && sounds.length === 2 && sounds[0]?.segment === sounds[1]?.segment)
  );
});

function endsWith(sounds: readonly Sound[], ending: readonly string[]): boolean {
  const start = sounds.length - ending.length;
  return start >= SHORTEST_STEM && ending.every((code, i) => sounds[start + i]?.code === code);
}

/** `Мұратбай` and `Муратба|ев`: й after a vowel goes under before the ending. */
function dropGlide(stem: readonly Sound[]): readonly Sound[] {
  const [before, last] = stem.slice(-2);
  return stem.length > SHORTEST_STEM && last?.code === "i" && "aeou".includes(before?.code ?? "i")
    ? stem.slice(0, -1)
    : stem;
}
