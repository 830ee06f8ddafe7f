import fc from "fast-check";
import { expect, test } from "vitest";
import { addStanding, addStandingWord, eachName, newStandings } from "@/lib/names/standings";

test("of each word the names come again, however many it has", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(5_000)), { maxLength: 300 }),
      fc.nat(3_000),
      (some, many) => {
        const standings = newStandings();
        const expected: number[][] = [[], [], [], []];
        for (let word = 0; word < 4; word++) addStandingWord(standings);
        const add = (word: number, name: number): void => {
          addStanding(standings, word, name);
          expected[word]!.push(name);
        };
        for (const [word, name] of some) add(word, name);
        for (let name = 0; name < many; name++) add(2, name);
        for (let word = 0; word < 4; word++) {
          const found: number[] = [];
          eachName(standings, word, (name) => found.push(name));
          expect(found.toSorted((a, b) => a - b)).toEqual(expected[word]!.toSorted((a, b) => a - b));
          expect(standings.counts[word]).toBe(found.length);
        }
      },
    ),
  );
});
