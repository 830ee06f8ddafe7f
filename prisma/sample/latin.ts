/** Latin forms as a passport would print them; digraphs before single letters. */
const kazakh: Record<string, string> = {
  ә: "a", ғ: "g", қ: "k", ң: "n", ө: "o", ұ: "u", ү: "u", һ: "h", і: "i", ы: "y", й: "i", у: "u", и: "i",
}; // prettier-ignore
const common: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l",
  м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh",
  щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia",
}; // prettier-ignore

/** `Байділдаұлы` → `Baidildauly`. Letters that are not Cyrillic stay. */
export function latinOf(name: string): string {
  return [...name].map(latinLetter).join("");
}

function latinLetter(letter: string): string {
  const small = letter.toLowerCase();
  const latin = kazakh[small] ?? common[small];
  if (latin === undefined || latin === "") return latin ?? letter;
  return small === letter ? latin : latin[0]!.toUpperCase() + latin.slice(1);
}

/** How clerks of the time wrote Kazakh names: without its own letters, as they heard them. */
const heard: readonly (readonly [RegExp, string])[] = [
  [/ә/g, "а"],
  [/ғ/g, "г"],
  [/қ/g, "к"],
  [/ң/g, "н"],
  [/ө/g, "у"],
  [/ұ/g, "у"],
  [/ү/g, "ю"],
  [/һ/g, "х"],
  [/і/g, "и"],
  [/ыр/g, "р"],
  [/бай/g, "пай"],
  [/^е/g, "и"],
];

/** `Қоңыратов Есім` → `КОНРАТОВ Исим`: the spelling found in the source, which is kept verbatim. */
export function asHeard(surname: string, given: string): string {
  const write = (word: string): string => {
    const changed = heard.reduce((text, [from, to]) => text.replace(from, to), word.toLowerCase());
    return changed[0]!.toUpperCase() + changed.slice(1);
  };
  return `${write(surname).toUpperCase()} ${write(given)}`;
}
