import { packSounds } from "@/lib/names/distance";
import { MOST_WORDS, type NameIndex } from "@/lib/names/name-index";
import { eachName } from "@/lib/names/standings";
import { nameTokens, readToken } from "@/lib/names/tokens";

/**
 * Places with a name in which each word of a text occurs, or at least a part of it, whatever the script: what a list is
 * filtered by. Nothing is forgiven but what folds together, and another ending of descent. By place, 1 for those that are
 * meant; none for a text that is nothing but letters by themselves.
 */
export function placesWith(index: NameIndex, text: string): Uint8Array {
  const { owner } = index;
  const tokens = nameTokens(text).slice(0, MOST_WORDS).map(readToken);
  const places = new Uint8Array(index.latest.length);
  if (tokens.every(({ initial }) => initial)) return places;
  // How many of the words each name has answered so far, each of them after those before it.
  const answered = new Uint8Array(index.names);
  for (const [nth, { stem, ending, initial }] of tokens.entries()) {
    const [root, typed] = [packSounds(stem), packSounds([...stem, ...ending])];
    for (const [number, word] of index.words.entries()) {
      const held = word.stem < 0 ? word.first : index.stems.words[word.stem]!;
      const meant = initial
        ? word.first === root.charAt(0)
        : held.includes(root) || (held + word.ending).includes(typed);
      if (!meant) continue;
      eachName(index.standings, number, (name) => {
        if (answered[name] === nth) answered[name] = nth + 1;
      });
    }
  }
  for (let name = 0; name < index.names; name++)
    if (answered[name] === tokens.length && owner[name]! >= 0) places[owner[name]!] = 1;
  return places;
}
