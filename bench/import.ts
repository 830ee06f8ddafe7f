import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { systemClock } from "@/lib/clock";
import { acceptTable, compareTable, concludeTable } from "@/lib/intake/import-table";
import type { Importer } from "@/lib/intake/proposal";
import { dropTable, stageTable } from "@/lib/intake/stage-table";
import { operatorId } from "@/lib/store/accounts";
import { connect } from "@/lib/store/client";
import { inPlainTransaction } from "@/lib/store/transaction";
import { newId } from "@/lib/store/id";
import { corpusAgencies, writeCorpus } from "./corpus";
import { openBenchDatabase, readDurability } from "./database";
import { measureMemory, type Bench } from "./measure";

/** Everything that an import writes, parents before children. */
const tables = [
  ...["units", "files", "file_owners", "spans", "persons", "person_names", "mentions", "cases", "charges"],
  ...["measures", "case_files", "materials", "events"],
];

/**
 * A corpus from its file to rows that are found: read, understood, compared, written with its history; beside COPY of
 * the very same rows into the same tables of a second database, with the same indexes, references and triggers.
 * `ratio` is our speed by that of COPY. Memory is that of this process, which reads, compares and writes.
 */
export const bench: Bench = async ({ quick }) => {
  const files = quick ? 20_000 : 700_000;
  const folder = await mkdtemp(path.join(tmpdir(), "aqtalu-bench-"));
  try {
    const source = path.join(folder, "corpus.csv");
    const rows = await writeCorpus(source, files);
    const ours = await importInto(source, folder);
    const copied = await copyAll(folder);
    const seconds = (ms: number): number => Math.round(ms / 100) / 10;
    return {
      rows,
      rate_per_s: Math.round(rows / (ours.total / 1000)),
      ratio: Math.round((copied.ms / ours.total) * 1000) / 1000,
      memory_mb: ours.memory,
      settings: ours.settings,
      stages: {
        seconds: {
          read: seconds(ours.read),
          compare: seconds(ours.compared),
          write: seconds(ours.written),
          all: seconds(ours.total),
        },
        written: ours.counts,
      },
      contenders: { copy: { seconds: seconds(copied.ms), rows: copied.rows } },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const importer: Importer = { accountId: operatorId, archiveId: null, reach: null };
const actor = { id: operatorId, name: "bench", role: "operator", body: null, delegation: null } as const;

async function importInto(source: string, folder: string) {
  const database = await openBenchDatabase();
  const db = connect(database.appUrl);
  const desk = { pool: db.pool, clock: systemClock };
  try {
    await db.pool.query(corpusAgencies);
    const memory = measureMemory();
    const began = performance.now();
    const staged = await stageTable(db.pool, newId(), createReadStream(source));
    if (!staged.ok) throw new Error(JSON.stringify(staged.problem));
    const read = performance.now();
    const compared = await compareTable(desk, staged.value, importer);
    const shown = performance.now();
    const left = await acceptTable(desk, staged.value, { importer, actor });
    const named = { importer, actor, fileName: "corpus.csv" };
    await inPlainTransaction(db.pool, (tx) => concludeTable(tx, desk, staged.value, named));
    await dropTable(db.pool, staged.value);
    const written = performance.now();
    const used = memory();
    if (compared.problemCount + left > 0) throw new Error(JSON.stringify([compared.problems[0], left]));
    const counts = await writeOut(database.ownerUrl, folder);
    return {
      ...{ read: read - began, compared: shown - read, written: written - shown },
      ...{ total: written - began, memory: used, counts, settings: await readDurability(db.pool) },
    };
  } finally {
    await db.close();
    await database.close();
  }
}

const fileOf = (folder: string, table: string): string => path.join(folder, `${table}.copy`);

async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and column_name not in ('xid', 'seq')
     order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name).join(", ");
}

/** Every table as COPY writes it, in the order in which its rows came. */
async function writeOut(url: string, folder: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    const stream = client.query(copyTo(`copy (select ${columns} from ${table} order by ctid) to stdout`));
    await pipeline(stream, createWriteStream(fileOf(folder, table)));
    counts[table] = stream.rowCount;
  }
  await client.end();
  return counts;
}

async function copyAll(folder: string): Promise<{ ms: number; rows: number }> {
  const database = await openBenchDatabase();
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    await client.query(corpusAgencies);
    const columns = new Map<string, string>();
    for (const table of tables) columns.set(table, await columnsOf(client, table));
    let rows = 0;
    const began = performance.now();
    for (const table of tables) {
      const stream = client.query(copyFrom(`copy ${table} (${columns.get(table)}) from stdin`));
      await pipeline(createReadStream(fileOf(folder, table)), stream);
      rows += stream.rowCount;
    }
    return { ms: performance.now() - began, rows };
  } finally {
    await client.end();
    await database.close();
  }
}
