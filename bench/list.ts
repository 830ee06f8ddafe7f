import type pg from "pg";
import { casePage, readCases, readCaseSearch } from "@/lib/cases/read-list";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { caseSeen, loadReach, reachParameter } from "@/lib/store/reach";
import { deskReads } from "@/tests/support/desk-reads";
import { bodies } from "@/tests/support/people";
import { asking, scanned } from "@/tests/support/plans";
import { withBenchArchive } from "./database";
import { median, measureMemory, percentile, type Bench } from "./measure";

/**
 * The list of cases as its page reads it: rows, how many there are, and how many each value of each filter would find;
 * the first page and the 500th (the last, where there are fewer). Beside it the plain way: OFFSET and GROUP BY over the
 * same tables with the same predicate. What both find is compared. `ratio` is our time by that of the plain way, the
 * worse of the two pages.
 */
export const bench: Bench = ({ quick }) => {
  const size = quick ? 60_000 : 1_000_000;
  return withBenchArchive(size, async ({ db, people }) => {
    const readers: Actor[] = [
      ...[people.archivist, people.member1, people.interior, people.regional],
      ...[[], [bodies.interior]].map((clearances) => ({ ...people.member2, clearances })),
    ];
    const memory = measureMemory();
    const began = performance.now();
    await readCases(people.archivist, readCaseSearch({}), db.pool);
    const beginning = Math.round(performance.now() - began);
    const asks = asked(readers);
    const deep = await Promise.all(asks.map((ask) => placeOf500(db.pool, ask)));
    const ours: Record<Page, number[]> = { first: [], deep: [] };
    for (let round = 0; round < 6; round++)
      for (const [nth, { actor, params }] of asks.entries())
        for (const page of pages) {
          const after = page === "deep" ? { after: deep[nth]?.cursor } : {};
          const from = performance.now();
          await readCases(actor, readCaseSearch({ ...params, ...after }), db.pool);
          // The first round warms up.
          if (round > 0) ours[page].push(performance.now() - from);
        }
    const plain: Record<Page, number[]> = { first: [], deep: [] };
    for (const [nth, ask] of asks.entries()) {
      if (nth % 4 !== 0) continue;
      for (const page of pages) {
        const offset = page === "deep" ? (deep[nth]?.offset ?? 0) : 0;
        const from = performance.now();
        const there = await readPlainly(db.pool, ask, offset);
        plain[page].push(performance.now() - from);
        const after = offset > 0 ? { after: deep[nth]?.cursor } : {};
        const here = await readCases(ask.actor, readCaseSearch({ ...ask.params, ...after }), db.pool);
        const found = {
          total: here.total,
          counts: countsIn(here.counts),
          ids: here.rows.map(({ id }) => id),
        };
        if (JSON.stringify(found) !== JSON.stringify(there))
          throw new Error(
            `${JSON.stringify(ask.params)}: ${JSON.stringify(found)} is not ${JSON.stringify(there)}`,
          );
      }
    }
    const scans = await scansOf(db, [people.archivist, people.member1, people.secretary1]);
    const all = [...ours.first, ...ours.deep];
    const share = (page: Page): number => median(ours[page]) / median(plain[page]);
    const told = (of: Record<Page, number[]>): Record<string, number> => ({
      first_p50_ms: median(of.first),
      first_p95_ms: percentile(of.first, 0.95),
      deep_p50_ms: median(of.deep),
      deep_p95_ms: percentile(of.deep, 0.95),
    });
    return {
      ...{ rows: size, p50_ms: median(all), p95_ms: percentile(all, 0.95) },
      ratio: Math.round(Math.max(share("first"), share("deep")) * 10_000) / 10_000,
      memory_mb: memory(),
      stages: { pages: told(ours), beginning: { ms: beginning }, ...scans },
      contenders: { "offset and group by": told(plain) },
    };
  });
};

/** Reads of the desk, by which large tables they read from one end to the other, in the plan that is made here: none should. */
async function scansOf(
  db: Connection,
  readers: readonly Actor[],
): Promise<Record<string, Record<string, number>>> {
  const scans: Record<string, number> = {};
  const slowest: Record<string, number> = {};
  const client = await db.pool.connect();
  let statements = 0;
  try {
    for (const actor of readers)
      for (const { name, read } of deskReads(db, actor)) {
        const began = performance.now();
        const asked = await asking(read);
        slowest[name] = Math.max(slowest[name] ?? 0, Math.round(performance.now() - began));
        statements += asked.length;
        for (const one of asked)
          for (const table of await scanned(client, one))
            scans[`${name}: ${table}`] = (scans[`${name}: ${table}`] ?? 0) + 1;
      }
  } finally {
    client.release();
  }
  const order = Object.entries(slowest).sort(([, a], [, b]) => b - a);
  return {
    plans: { statements, scans: Object.keys(scans).length },
    scans,
    slowest_ms: Object.fromEntries(order.slice(0, 12)),
  };
}

const pages = ["first", "deep"] as const;
type Page = (typeof pages)[number];
type Ask = { actor: Actor; params: Record<string, string> };

/** What is asked, in turn: filters by themselves and together, each order, each reader. */
function asked(readers: readonly Actor[]): Ask[] {
  const filters: Record<string, string>[] = [
    {},
    { stage: "archived" },
    { stage: "declassified" },
    { stage: "rehabilitated" },
    { region: "karaganda" },
    { category: "clergy" },
    { step: "signing" },
    { outcome: "part" },
    { region: "karaganda", stage: "rehabilitated" },
    { region: "almaty", category: "alash", year: "1938" },
    { year: "1937" },
    { year: "1929", stage: "declassified" },
  ];
  const orders: Record<string, string>[] = [
    {},
    { sort: "name" },
    { sort: "year", down: "1" },
    { sort: "name", down: "1" },
  ];
  return filters.flatMap((filter, nth) =>
    orders.map((order, at) => ({
      actor: readers[(nth * orders.length + at) % readers.length]!,
      params: { ...filter, ...order },
    })),
  );
}

const facets = ["stage", "outcome", "step", "category", "region", "organ"] as const;
const openStep = "(select p.step from proceedings p where p.case_id = c.id and p.decided_at is null)";
const columnOf = (facet: (typeof facets)[number]): string => (facet === "step" ? openStep : `c.${facet}`);

/** The conditions of a filter in plain SQL, without those of one facet. */
function plainWhere({ params }: Ask, but?: string): string {
  const own = facets.flatMap((facet) =>
    facet !== but && params[facet] ? [`${columnOf(facet)} = '${params[facet]}'`] : [],
  );
  if (params.year) own.push(`c.date_from <= '${params.year}-12-31' and c.date_to >= '${params.year}-01-01'`);
  return [caseSeen("c", "$1"), ...own].join(" and ");
}

const orders: Record<string, string> = {
  new: "l.n",
  name: `pe.name collate "kk-x-icu"`,
  year: "coalesce(c.date_from, '9999-12-31')",
};
function plainOrder({ params: { sort = "new", down = sort === "new" ? "1" : "0" } }: Ask): string {
  const direction = down === "1" ? "desc" : "asc";
  return `${orders[sort]} ${direction}, c.id ${direction}`;
}
const plainFrom = "from cases c join persons pe on pe.id = c.person_id join listed_cases l on l.id = c.id";

async function readPlainly(pool: pg.Pool, ask: Ask, offset: number) {
  const reach = [reachParameter(await loadReach(pool, ask.actor))];
  const { rows } = await pool.query<{ id: string }>(
    `select c.id ${plainFrom} where ${plainWhere(ask)} order by ${plainOrder(ask)} offset ${offset} limit ${casePage}`,
    reach,
  );
  const total = await pool.query<{ n: number }>(
    `select count(*)::int n from cases c where ${plainWhere(ask)}`,
    reach,
  );
  const counts: Record<string, [string, number][]> = {};
  for (const facet of facets) {
    const { rows: found } = await pool.query<{ word: string; n: number }>(
      `select ${columnOf(facet)} word, count(*)::int n from cases c where ${plainWhere(ask, facet)} group by 1`,
      reach,
    );
    counts[facet] = found
      .flatMap(({ word, n }) => (word ? [[word, n] as [string, number]] : []))
      .sort(byWord);
  }
  return { total: total.rows[0]!.n, counts, ids: rows.map(({ id }) => id) };
}

const byWord = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1);
const countsIn = (counts: Record<string, Map<string, number>>): Record<string, [string, number][]> =>
  Object.fromEntries(facets.map((facet) => [facet, [...counts[facet]!].sort(byWord)]));

/** Where the 500th page begins, or the last; null where one page holds all. */
async function placeOf500(pool: pg.Pool, ask: Ask): Promise<{ offset: number; cursor: string } | null> {
  const { total } = await readCases(ask.actor, readCaseSearch(ask.params), pool);
  const page = Math.min(499, Math.ceil(total / casePage) - 1);
  if (page < 1) return null;
  const offset = page * casePage;
  const value = { new: "''", name: "pe.name", year: "coalesce(c.date_from, '9999-12-31')::text" };
  const { rows } = await pool.query<{ cursor: string }>(
    `select ${value[(ask.params.sort ?? "new") as "new"]} || '|' || c.id as cursor ${plainFrom}
     where ${plainWhere(ask)} order by ${plainOrder(ask)} offset ${offset - 1} limit 1`,
    [reachParameter(await loadReach(pool, ask.actor))],
  );
  return { offset, cursor: rows[0]!.cursor };
}
