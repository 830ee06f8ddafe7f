import { parseHead } from "@/lib/ledger/checkpoint";
import { parseNote } from "@/lib/ledger/note";
import type { SampleTerms } from "@/lib/ledger/sample";
import { withheld } from "@/lib/cases/read-history";
import { beginningOf, dayAfter } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { drawEntries } from "@/lib/store/audit-sample";
import { appPool, type Queryable } from "@/lib/store/client";
import { listActors, listHistory, unplanned, type HistoryRow } from "@/lib/store/history";
import type { HistoryFilter } from "@/lib/store/history-filter";
import { readCheckpointAt, readLedgerNow } from "@/lib/store/ledger-desk";
import { loadReach, type Reach } from "@/lib/store/reach";
import { mayExport } from "./exporter";
import type { SampleSearch } from "./schema";
import type { DrawnSample, SamplePage, SamplePaper, SignedHead } from "./view-sample";

/** The form of a sample, and the sample where one is asked for; null for everybody but an auditor. */
export async function readSample(actor: Actor, wanted: SampleSearch): Promise<SamplePage | null> {
  if (!mayExport(actor)) return null;
  const db = appPool();
  const { signed } = await readLedgerNow(db);
  const [newest, actors, drawn] = await Promise.all([
    signed && headOver(db, signed.size),
    listActors(db),
    draw(db, actor, wanted, signed?.size ?? 0),
  ]);
  return { newest, actors, drawn };
}

/** The sample as it is worked through: each entry with what else happened in its proceeding. */
export async function readPapers(
  actor: Actor,
  wanted: SampleSearch,
): Promise<{ drawn: DrawnSample; papers: readonly SamplePaper[] } | null> {
  const page = await readSample(actor, wanted);
  if (!page?.drawn) return null;
  const { drawn } = page;
  const db = appPool();
  const reach = await loadReach(db, actor);
  const proceedingIds = drawn.rows.flatMap(({ about }) => about.proceedingId ?? []);
  const chain = await entriesOf(db, reach, { proceedingIds }, 20_000);
  const papers = drawn.rows.map((row) => {
    return { row, chain: chain.filter(({ about }) => about.proceedingId === row.about.proceedingId) };
  });
  return { drawn, papers };
}

async function draw(
  db: Queryable,
  actor: Actor,
  wanted: SampleSearch,
  signed: number,
): Promise<DrawnSample | null> {
  const { seed, n, size = signed } = wanted;
  if (seed === undefined) return null;
  const terms = termsOf(wanted, size);
  const { population, seqs } = await drawEntries(db, terms, seed, n);
  const reach = await loadReach(db, actor);
  const rows = await entriesOf(db, reach, { seqs }, n);
  const place = new Map(seqs.map((seq, nth) => [seq, nth]));
  const head = await headOver(db, size);
  return {
    ...{ terms, seed, population, head, whole: size <= (await readLedgerNow(db)).entries },
    chosen: head?.root !== seed,
    rows: rows.toSorted((a, b) => place.get(a.seq)! - place.get(b.seq)!),
  };
}

function termsOf({ of, from, to, act, article, actor }: SampleSearch, size: number): SampleTerms {
  return {
    ...{ of, size, act: act ?? null, article: article ?? null, actor: actor ?? null },
    from: from ? beginningOf(from).toISOString() : null,
    until: to ? beginningOf(dayAfter(to)).toISOString() : null,
  };
}

async function headOver(db: Queryable, size: number): Promise<SignedHead | null> {
  const note = await readCheckpointAt(db, size);
  const head = parseHead(parseNote(note ?? "")?.body ?? "");
  return head && { size: head.size, root: head.root.toString("hex") };
}

async function entriesOf(
  db: Queryable,
  reach: Reach,
  filter: HistoryFilter,
  most: number,
): Promise<HistoryRow[]> {
  const { rows } = await listHistory(unplanned(db), reach, filter, { everything: true, old: true, most });
  return rows.map(withheld);
}
