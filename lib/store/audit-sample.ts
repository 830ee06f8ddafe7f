import type { SampleTerms } from "@/lib/ledger/sample";
import { acts } from "@/lib/law/acts";
import type { Queryable } from "./client";
import { conditionsOf, signingActs } from "./history-filter";

const kinds: Record<SampleTerms["of"], string> = {
  acts: "true",
  signatures: "true",
  decisions: `exists (select from decisions d where d.proceeding_id = e.proceeding_id and d.at = e.at)`,
};

export type Drawn = { population: number; seqs: readonly string[] };

/** As `isCandidate` and `drawSample` of lib/ledger/sample.ts, within the database: entries in the order of drawing. */
export async function drawEntries(
  db: Queryable,
  terms: SampleTerms,
  seed: string,
  count: number,
): Promise<Drawn> {
  const { of, size, from, until, act, article, actor } = terms;
  const filter = {
    ...{ act: act ?? undefined, article: article ?? undefined, actorId: actor ?? undefined },
    from: from === null ? undefined : new Date(from),
    until: until === null ? undefined : new Date(until),
  };
  const { where, values } = conditionsOf(filter, 5);
  const { rows } = await db.query<{ seq: bigint; population: bigint }>(
    `select e.seq, count(*) over () as population
     from events e join ledger_leaves l on l.seq = e.seq
     where l.index < $1 and e.act = any($2) and not e.refused and ${kinds[of]}${where}
     order by sha256(convert_to($3 || E'\\n' || l.index, 'UTF8')), l.index limit $4`,
    [size, of === "acts" ? acts : signingActs, seed, count, ...values],
  );
  return { population: Number(rows[0]?.population ?? 0), seqs: rows.map(({ seq }) => String(seq)) };
}
