import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { align } from "@/lib/names/align";
import { addWord, nearWords, newDictionary } from "@/lib/names/dictionary";
import { distanceOf, packSounds } from "@/lib/names/distance";
import { soundsOf } from "@/lib/names/fold";

const word = fc.string({ unit: fc.constantFrom(..."abekmnorsit"), minLength: 1, maxLength: 11 });

/** Letters that have to be put in, left out or changed, each at the same price. */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (const [j, other] of [...b].entries())
      row.push(Math.min(above[j]! + Number(letter !== other), above[j + 1]! + 1, row[j]! + 1));
    above = row;
  }
  return above.at(-1)!;
}

const allowed = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : 2);

describe("the distance of packed words", () => {
  const cyrillic = fc.string({ unit: fc.constantFrom(..."ахжшчқгүиұэдтл"), minLength: 1, maxLength: 9 });

  test("is the price of their alignment", () => {
    fc.assert(
      fc.property(cyrillic, cyrillic, (a, b) => {
        const [one, two] = [soundsOf(a), soundsOf(b)];
        expect(distanceOf(packSounds(one), packSounds(two), 5000)).toBe(
          Math.round(align(one, two).cost * 100),
        );
      }),
    );
  });

  test("is beyond what was asked for when it is more, and nothing for what is not typed yet", () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0, 100, 200), (a, b, most) => {
        const whole = distanceOf(a, b, 5000);
        const got = distanceOf(a, b, most);
        expect(whole <= most ? got : got > most).toBe(whole <= most ? whole : true);
        expect(distanceOf(a, a + b, 5000, true)).toBe(0);
      }),
    );
  });
});

describe("a dictionary", () => {
  test("knows each word once", () => {
    const dictionary = newDictionary();
    expect([
      addWord(dictionary, "axmet"),
      addWord(dictionary, "sultan"),
      addWord(dictionary, "axmet"),
    ]).toEqual([0, 1, 0]);
  });

  test("finds every word that is as many letters away as may be wrong, and none twice", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), word, (words, asked) => {
        const dictionary = newDictionary();
        for (const one of words) addWord(dictionary, one);
        const found = nearWords(dictionary, asked).map((near) => dictionary.words[near.word]!);
        expect(new Set(found).size).toBe(found.length);
        for (const one of words)
          if (edits(one, asked) <= allowed(Math.max(one.length, asked.length))) expect(found).toContain(one);
      }),
      { numRuns: 300 },
    );
  });

  test("gives the nearest first, with what they cost", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, (words, asked) => {
        const dictionary = newDictionary();
        for (const one of words) addWord(dictionary, one);
        const near = nearWords(dictionary, asked);
        expect(near.map(({ price }) => price)).toEqual(
          near.map(({ price }) => price).toSorted((a, b) => a - b),
        );
        for (const { word: number, price } of near)
          expect(price).toBe(distanceOf(asked, dictionary.words[number]!, 5000));
      }),
    );
  });

  test("finds what begins with the two letters or more that were typed", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.integer({ min: 2, max: 11 }),
        (words, nth, typed) => {
          const dictionary = newDictionary();
          for (const one of words) addWord(dictionary, one);
          const whole = words[nth % words.length]!;
          fc.pre(whole.length > 1);
          const found = nearWords(dictionary, whole.slice(0, typed), true);
          expect(found.map((near) => dictionary.words[near.word]!)).toContain(whole);
        },
      ),
    );
  });
});
