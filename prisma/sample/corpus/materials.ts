import type { EpisodeKind } from "../episodes";
import { layOut } from "../materials";
import type { Random } from "../random";
import type { CorpusRow } from "./row";

type Described = { kind: EpisodeKind; leaves: number; accused: number; secret: boolean };

/** The documents of a file, when it has been described that far: less than half of them have. */
export function materialCells(random: Random, { kind, leaves, accused, secret }: Described): CorpusRow[] {
  if (!random.chance(0.46)) return [];
  const { materials } = layOut(accused === 0 ? "papers" : kind.layout, leaves, Math.max(accused, 1));
  return materials.map(({ kind: materialKind, title, from, to }) => {
    const [first, last] = [Math.floor(from / 2) + 1, Math.floor(to / 2) + 1];
    return {
      ...{ materialKind, materialTitle: title, materialDates: random.pick(kind.dates) },
      materialSheets: first === last ? `${first}–${first} об.` : `${first}–${last} об.`,
      materialGraded: secret && random.chance(0.6) ? "да" : "",
    };
  });
}
