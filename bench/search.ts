import anyAscii from "any-ascii";
import type pg from "pg";
import { searchKey } from "@/lib/names/tokens";
import { findPeople } from "@/lib/people/find-people";
import { listedPeople } from "@/lib/people/listed";
import { connect } from "@/lib/store/client";
import { readByCursor } from "@/lib/store/cursor";
import { inOneMoment } from "@/lib/store/ledger";
import { loadReach } from "@/lib/store/reach";
import { russianOf } from "@/prisma/sample/corpus/names";
import { Random } from "@/prisma/sample/random";
import { withBenchArchive } from "./database";
import { measureMemory, median, oneByOne, percentile, type Bench } from "./measure";
import { distances, newOracle } from "./oracle";

const SEED = 1917;
const QUERIES = 240;
/** Of these the oracle judges the hits: each takes it a second. */
const JUDGED = 120;
const HITS = 20;

/**
 * A name with a letter wrong in two of its words, in another script, or both, as the search box asks for it: the first
 * twenty people with the reasons. Beside it plain pg_trgm over the folded names (`%`, by similarity). `recall` is how many of
 * the first ten are no farther than the tenth that an oracle finds, which compares every name in a transliteration that is not
 * ours; `ratio` is our median by that of pg_trgm.
 */
export const bench: Bench = ({ quick }) => {
  const size = quick ? 60_000 : 1_000_000;
  return withBenchArchive(size, async ({ db, people, ownerUrl }) => {
    const persons = await readNames(db.pool);
    const queries = askedFor(persons, new Random(SEED));
    const memory = measureMemory();
    const began = performance.now();
    const { names } = await listedPeople(db.pool);
    const beginning = {
      ms: Math.round(performance.now() - began),
      words: names.words.length,
      stems: names.stems.words.length,
    };
    const reach = await loadReach(db.pool, people.member1);
    const found: string[][] = [];
    const ask = async ({ text }: Query): Promise<void> => {
      found.push((await findPeople(db.pool, reach, { text, most: HITS })).map(({ id }) => id));
    };
    await oneByOne(queries.slice(0, 40), ask);
    found.length = 0;
    const times = await oneByOne(queries, ask);
    const mb = memory();
    const trigrams = await askTrigrams(ownerUrl, queries.slice(0, quick ? 60 : 80));
    const judged = judge(persons, queries.slice(0, JUDGED), found);
    const byTrigrams = judge(persons, queries.slice(0, trigrams.found.length), trigrams.found);
    const all = { p50_ms: median(times), p95_ms: percentile(times, 0.95) };
    const ofKind = (kind: Kind): Record<string, number> => {
      const mine = times.filter((_, nth) => queries[nth]!.kind === kind);
      return { p50_ms: median(mine), p95_ms: percentile(mine, 0.95), ...judged.byKind[kind] };
    };
    return {
      ...{ rows: persons.length, ...all, recall: judged.recall },
      ratio: Math.round((all.p50_ms / trigrams.p50_ms) * 10_000) / 10_000,
      memory_mb: mb,
      stages: { beginning, ...Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) },
      contenders: {
        pg_trgm: {
          p50_ms: trigrams.p50_ms,
          p95_ms: trigrams.p95_ms,
          recall: byTrigrams.recall,
          right: byTrigrams.right,
        },
        ours: { right: judged.right },
      },
    };
  });
};

type Person = { id: string; names: string[] };

async function readNames(pool: pg.Pool): Promise<Person[]> {
  const client = await pool.connect();
  const persons: Person[] = [];
  try {
    await inOneMoment(client, async () => {
      const statement = `select json_build_object('id', p.id, 'names', array(select p.name union all
        select v.text from person_names v where v.person_id = p.id)) as row from persons p order by p.n`;
      for await (const some of readByCursor<Person>(client, "names", statement, [])) persons.push(...some);
    });
  } finally {
    client.release();
  }
  return persons;
}

const kinds = ["misspelt", "script", "both"] as const;
type Kind = (typeof kinds)[number];
type Query = { kind: Kind; text: string; person: number };

function askedFor(persons: readonly Person[], random: Random): Query[] {
  return Array.from({ length: QUERIES }, (_, nth) => {
    const kind = kinds[nth % kinds.length]!;
    const person = random.int(0, persons.length - 1);
    const words = persons[person]!.names[0]!.split(" ").slice(0, 2);
    const spelled = kind === "misspelt" ? words : words.map(random.chance(0.7) ? latinOf : russianOf);
    const text = (kind === "script" ? spelled : spelled.map((word) => wrong(random, word))).join(" ");
    return { kind, text, person };
  });
}

const latinOf = (word: string): string => anyAscii(word);

/** A letter too many, too few, or another. */
function wrong(random: Random, word: string): string {
  const letters = /[a-z]/i.test(word) ? "abdegiklmnorstuyz" : "абвгдеиклмнопрстуш";
  const at = random.int(0, word.length - 1);
  const letter = random.pick([...letters]);
  const [left, right] = [word.slice(0, at), word.slice(at + 1)];
  return random.pick([left + right, left + letter + word.slice(at), left + letter + right]);
}

type Judged = { recall: number; right: number; byKind: Record<Kind, { recall: number; right: number }> };

function judge(persons: readonly Person[], queries: readonly Query[], found: readonly string[][]): Judged {
  const oracle = newOracle(persons.map(({ names }) => names));
  const places = new Map(persons.map(({ id }, place) => [id, place]));
  const verdicts = queries.map(({ kind, text, person }, nth) => {
    const apart = distances(oracle, text, persons.length);
    const tenth = apart.toSorted()[9]!;
    const hits = found[nth]!.map((id) => apart[places.get(id)!]!);
    return {
      kind,
      recall: hits.slice(0, 10).filter((distance) => distance <= tenth).length / 10,
      // Whoever was meant is there, or those who are there are all as near to what was typed.
      right: Number(
        found[nth]!.includes(persons[person]!.id) ||
          (hits.length === HITS && hits.every((distance) => distance <= apart[person]!)),
      ),
    };
  });
  const mean = (of: readonly { recall: number; right: number }[]): { recall: number; right: number } => {
    const share = (which: "recall" | "right"): number =>
      Math.round((of.reduce((sum, one) => sum + one[which], 0) / of.length) * 1000) / 1000;
    return { recall: share("recall"), right: share("right") };
  };
  const byKind = Object.fromEntries(
    kinds.map((kind) => [kind, mean(verdicts.filter((one) => one.kind === kind))]),
  ) as Judged["byKind"];
  return { ...mean(verdicts), byKind };
}

async function askTrigrams(
  ownerUrl: string,
  queries: readonly Query[],
): Promise<{ p50_ms: number; p95_ms: number; found: string[][] }> {
  const owner = connect(ownerUrl);
  try {
    await owner.pool.query("create index bench_trigrams on persons using gin (search_key gin_trgm_ops)");
    await owner.pool.query("vacuum analyze persons");
    const found: string[][] = [];
    const ask = async ({ text }: Query): Promise<void> => {
      const { rows } = await owner.pool.query<{ id: string }>(
        `select id from persons where search_key % $1 order by similarity(search_key, $1) desc limit ${HITS}`,
        [searchKey(text)],
      );
      found.push(rows.map(({ id }) => id));
    };
    await oneByOne(queries.slice(0, 20), ask);
    found.length = 0;
    const times = await oneByOne(queries, ask);
    return { p50_ms: median(times), p95_ms: percentile(times, 0.95), found };
  } finally {
    await owner.close();
  }
}
