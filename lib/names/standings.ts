/**
 * In which names each word stands. The names of a word lie one behind the other in blocks that grow, so that going through
 * those of a frequent word reads memory as it lies, and a rare one takes little room.
 */
export type Standings = {
  /** Of each block: where the block before it begins (0 for none), how many names it has room for, and the names. */
  pool: Uint32Array;
  used: number;
  /** By word: where its latest block begins (0 for none), how many names that holds, and how many there are in all. */
  latest: number[];
  filled: number[];
  counts: number[];
};

const HEAD = 2;
const MOST_ROOM = 1024;

/** Nothing begins at 0. */
export const newStandings = (): Standings => ({
  ...{ pool: new Uint32Array(1024), used: 1 },
  ...{ latest: [], filled: [], counts: [] },
});

/** A word that stands nowhere yet; words are numbered as they are added. */
export function addStandingWord({ latest, filled, counts }: Standings): void {
  latest.push(0);
  filled.push(0);
  counts.push(0);
}

/** A word stands in one more name. */
export function addStanding(standings: Standings, word: number, name: number): void {
  const { latest, filled, counts } = standings;
  const block = latest[word]!;
  const room = block === 0 ? 0 : standings.pool[block + 1]!;
  if (filled[word] === room) addBlock(standings, word, Math.min(MOST_ROOM, Math.max(1, room * 2)));
  standings.pool[latest[word]! + HEAD + filled[word]!] = name;
  filled[word]!++;
  counts[word]!++;
}

function addBlock(standings: Standings, word: number, room: number): void {
  const begin = standings.used;
  standings.used += HEAD + room;
  while (standings.used > standings.pool.length) {
    const wider = new Uint32Array(standings.pool.length * 2);
    wider.set(standings.pool);
    standings.pool = wider;
  }
  standings.pool[begin] = standings.latest[word]!;
  standings.pool[begin + 1] = room;
  standings.latest[word] = begin;
  standings.filled[word] = 0;
}

/** Goes through the names in which a word stands; one in which it stands twice comes twice. */
export function eachName(standings: Standings, word: number, visit: (name: number) => void): void {
  const { pool } = standings;
  let count = standings.filled[word]!;
  for (let block = standings.latest[word]!; block > 0; block = pool[block]!) {
    for (let at = block + HEAD; at < block + HEAD + count; at++) visit(pool[at]!);
    // All blocks but the latest are full.
    const before = pool[block]!;
    count = before > 0 ? pool[before + 1]! : 0;
  }
}
