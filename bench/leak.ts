import type { Pool } from "pg";
import { readCases, readCaseSearch } from "@/lib/cases/read-list";
import type { Actor } from "@/lib/law/actor";
import { readPeople, readPeopleSearch, readSuggested } from "@/lib/people/read";
import { connect, type Connection } from "@/lib/store/client";
import { cast } from "@/tests/support/people";
import { openBenchDatabase } from "./database";
import { fillArchive, fillHidden } from "./fill";
import { median, type Bench } from "./measure";

const ROUNDS = 40;

/**
 * Whether the time of an answer tells of what is hidden: two databases with the same cases, and in one of them a tenth more,
 * none of which the reader may see. Both are asked the same, in turn. `ratio` is the median of the one by that of the other; it
 * has to lie between 0.95 and 1.05.
 */
export const bench: Bench = async ({ quick }) => {
  const [without, planted] = [await openBenchDatabase(), await openBenchDatabase()];
  const [plain, more] = [connect(without.appUrl), connect(planted.appUrl)];
  try {
    const size = quick ? 30_000 : 1_000_000;
    const readers = [];
    for (const db of [plain, more]) {
      const people = await cast(db);
      await fillArchive(db.pool, size, people.secretary1.accountId);
      readers.push({ ...people.member1, clearances: [] });
    }
    await fillHidden(more.pool, size, size / 10);
    const times = new Map<string, [number[], number[]]>();
    const [one, other] = [asksOf(plain, readers[0]!), asksOf(more, readers[1]!)];
    for (let round = -4; round < ROUNDS; round++)
      for (const [nth, { name, ask }] of one.entries()) {
        const pair: [() => Promise<unknown>, () => Promise<unknown>] = [ask, other[nth]!.ask];
        const both = times.get(name) ?? [[], []];
        times.set(name, both);
        // Neither is always the first.
        for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
          const began = performance.now();
          await pair[which]!();
          if (round >= 0) both[which]!.push(performance.now() - began);
        }
      }
    const all = [0, 1].map((which) => median([...times.values()].flatMap((both) => both[which]!)));
    return {
      rows: size,
      p50_ms: all[1]!,
      ratio: ratioOf(all[1]!, all[0]!),
      stages: Object.fromEntries(
        [...times].map(([name, [a, b]]) => [
          name,
          { without_ms: median(a), with_ms: median(b), ratio: ratioOf(median(b), median(a)) },
        ]),
      ),
      contenders: { "without what is hidden": { p50_ms: all[0]! } },
    };
  } finally {
    await plain.close();
    await more.close();
    await without.close();
    await planted.close();
  }
};

const ratioOf = (a: number, b: number): number => Math.round((a / b) * 1000) / 1000;

type Asking = { name: string; ask: () => Promise<unknown> };

function asksOf(db: Connection, reader: Actor): Asking[] {
  const pool: Pool = db.pool;
  const source = { pool, tx: db.prisma };
  const lists = [{}, { stage: "archived" }, { region: "karaganda" }, { q: "Ахмет" }, { sort: "name" }];
  const names = ["Ахметов", "Akhmetov Nurlan", "Сейтбаев Бекжан", "Kowalski"];
  return [
    ...lists.map((params) => ({ name: "list", ask: () => readCases(reader, readCaseSearch(params), pool) })),
    ...names.map((q) => ({
      name: "search",
      ask: () => readPeople(reader, readPeopleSearch({ q }), null, source),
    })),
    ...names.map((q) => ({ name: "suggest", ask: () => readSuggested(reader, q.slice(0, 7), source) })),
  ];
}
