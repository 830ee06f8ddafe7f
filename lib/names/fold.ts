import { LETTERS, LONGEST_KEY, SILENT } from "@/lib/names/letters";

/**
 * One sound of a folded word and the letters that it was read from. Sounds that one letter gave together (я:
 * i, a) carry the same `segment`, counted from 0 within the word.
 */
export type Sound = { readonly code: string; readonly source: string; readonly segment: number };

/**
 * The folded form of a name: the same for its Kazakh, Russian (before and after 1918) and Latin spellings, as
 * far as tables can bring them together. Words stay apart by one space; case, accents, hyphens, apostrophes
 * and soft signs go, doubled consonants become one. Letters of other scripts stay as they are.
 *
 * Different names can have the same folded form. It serves to find candidates; that two people are one is
 * never concluded from it.
 */
export function foldName(text: string): string {
  return text
    .split(/[^\p{L}\p{M}\p{N}'’‘ʼʹʺʻʿ`´"·-]+/u)
    .map((word) => codesOf(soundsOf(word)))
    .filter((word) => word !== "")
    .join(" ");
}

/** The codes of sounds, written together. */
export function codesOf(sounds: readonly Sound[]): string {
  return sounds.map(({ code }) => code).join("");
}

/** The sounds of one word; spaces inside it are passed over. */
export function soundsOf(word: string): Sound[] {
  const letters = word.normalize("NFC").toLowerCase();
  const sounds: Sound[] = [];
  let segment = 0;
  for (let at = 0; at < letters.length;) {
    const { codes, length } = readLetters(letters, at);
    const source = letters.slice(at, at + length);
    for (const code of codes) addSound(sounds, { code, source, segment });
    segment++;
    at += length;
  }
  return sounds;
}

/** `лл`, `ий`: a doubled consonant or i is one sound, read from both letters. */
function addSound(sounds: Sound[], sound: Sound): void {
  const last = sounds.at(-1);
  if (!last || last.code !== sound.code || "aeou".includes(sound.code)) {
    sounds.push(sound);
  } else if (last.segment !== sound.segment) {
    sounds[sounds.length - 1] = { ...last, source: last.source + sound.source };
  }
}

function readLetters(letters: string, at: number): { codes: readonly string[]; length: number } {
  for (let length = LONGEST_KEY; length > 0; length--) {
    const code = LETTERS.get(letters.slice(at, at + length));
    if (code !== undefined && at + length <= letters.length) return { codes: splitCode(code), length };
  }
  const character = String.fromCodePoint(letters.codePointAt(at) ?? 0);
  if (SILENT.test(character) || /\s/.test(character)) return { codes: [], length: character.length };
  const bare = character.normalize("NFD").replace(/\p{M}/gu, "");
  return { codes: splitCode(LETTERS.get(bare) ?? bare), length: character.length };
}

/** `iu` is two sounds, `sh` is one. */
function splitCode(code: string): string[] {
  return code.match(/[sc]h|./gsu) ?? [];
}
