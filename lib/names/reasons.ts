import { align, type Pair } from "@/lib/names/align";
import { codesOf, type Sound } from "@/lib/names/fold";
import { PLAIN_CYRILLIC } from "@/lib/names/letters";
import type { NameToken } from "@/lib/names/tokens";

/** A difference that was bridged: letters of the first name and those that answer them; `""` for none. */
export type Reason = { readonly from: string; readonly to: string };

/**
 * Why two words of names were held to be alike, in letters: `Ауэзов`, `Әуезов` → а = ә, э = е. Across scripts
 * the letters that any reader can pair (а = a) are left out. Nothing for two words that are spelled the same.
 */
export function explain(a: NameToken, b: NameToken): Reason[] {
  if (a.initial !== b.initial) return [{ from: a.text, to: b.text }];
  const parts: Block[] = [...blocks(align(a.stem, b.stem).pairs), [a.ending, b.ending]];
  return parts.filter(needsSaying).map(([one, two]) => ({ from: spell(one), to: spell(two) }));
}

type Block = readonly [readonly Sound[], readonly Sound[]];

/** Cuts an alignment where both words begin a new letter, so that я answers ya and not y and a apart. */
function blocks(pairs: readonly Pair[]): Block[] {
  const found: [Sound[], Sound[]][] = [];
  for (const [one, two] of pairs) {
    const last = found.at(-1);
    const goesOn = last?.some(
      (side, i) => side.at(-1)?.segment === (i === 0 ? one : two)?.segment && side.length > 0,
    );
    const block: [Sound[], Sound[]] = last && goesOn ? last : [[], []];
    if (block !== last) found.push(block);
    if (one) block[0].push(one);
    if (two) block[1].push(two);
  }
  return found;
}

/** The letters that gave these sounds, each once. */
function spell(sounds: readonly Sound[]): string {
  return sounds
    .filter((sound, i) => sound.segment !== sounds[i - 1]?.segment)
    .map(({ source }) => source)
    .join("");
}

function needsSaying([one, two]: Block): boolean {
  const [from, to] = [spell(one), spell(two)];
  if (from === to) return false;
  // Other sounds are a difference, in whatever script.
  if (codesOf(one) !== codesOf(two)) return true;
  const [cyrillic, latin] = /\p{Script=Cyrillic}/u.test(from) ? [from, to] : [to, from];
  const acrossScripts = /^\p{Script=Latin}+$/u.test(latin) && /^\p{Script=Cyrillic}+$/u.test(cyrillic);
  if (!acrossScripts) return true;
  const plain = [...cyrillic].every((letter) => PLAIN_CYRILLIC.has(letter)) && /^[a-z]+$/.test(latin);
  return !(plain && cyrillic.length === latin.length);
}
