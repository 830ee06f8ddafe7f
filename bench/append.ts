import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { makeEntry } from "@/lib/ledger/leaf";
import { connect, type Connection } from "@/lib/store/client";
import { append, type EntryDraft } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { readLedgerNow } from "@/lib/store/ledger-desk";
import { inTransaction } from "@/lib/store/transaction";
import { freshKeepers } from "@/tests/support/ledger";
import { startWorker, workerProgram } from "@/tests/support/worker";
import { openBenchDatabase, readDurability } from "./database";
import { prepareDrafts } from "./entries";
import { median, rateOf, type Bench } from "./measure";

const clients = 64;

/**
 * Entries appended by 64 clients, each in a transaction of its own, beside the same clients that insert the same bytes
 * into a table with the same columns and nothing else: no index but its key, no trigger, no reference, no canonical
 * form, no hash. In turns; the worker keeps the ledger meanwhile, and is given time to come to its end before a turn of
 * the contender, which so has the machine for itself. `bare` is the contender without Prisma and its transaction.
 */
export const bench: Bench = async ({ quick }) => {
  const [size, rounds] = quick ? [2000, 3] : [8000, 5];
  const database = await openBenchDatabase();
  const [program, keepers] = [await workerProgram(), await freshKeepers()];
  const db = connect(database.appUrl, { max: clients });
  const pool = new pg.Pool({ connectionString: database.appUrl, max: clients });
  try {
    await makePlainTable(database.ownerUrl);
    const draft = await prepareDrafts(db);
    const turn = turns(db, pool, draft, size);
    await turn(false); // to warm up
    const without = await series(rounds, () => turn(false));
    const worker = await startWorker(program, database, keepers.data);
    await worker.says("seated");
    const withWorker = await series(rounds, () => turn(true));
    worker.kill();
    await worker.ended;
    return {
      rows: (1 + 2 * rounds) * size,
      rate_per_s: withWorker.ours,
      ratio: withWorker.ratio,
      settings: await readDurability(db.pool),
      contenders: {
        plain: { rate_per_s: withWorker.plain },
        bare: { rate_per_s: withWorker.bare },
        without_worker: {
          rate_per_s: without.ours,
          plain_rate_per_s: without.plain,
          ratio: without.ratio,
        },
      },
    };
  } finally {
    await Promise.all([db.close(), pool.end()]);
    await Promise.all([program.drop(), keepers.drop(), database.close()]);
  }
};

type Rates = { ours: number; plain: number; bare: number };

async function series(rounds: number, turn: () => Promise<Rates>): Promise<Rates & { ratio: number }> {
  const all: Rates[] = [];
  for (let n = 0; n < rounds; n++) all.push(await turn());
  const middle = (of: keyof Rates): number => median(all.map((rates) => rates[of]));
  const [ours, plain, bare] = [middle("ours"), middle("plain"), middle("bare")];
  return { ours, plain, bare, ratio: Math.round((ours / plain) * 1000) / 1000 };
}

function turns(db: Connection, pool: pg.Pool, draft: (nth: number) => EntryDraft, size: number) {
  const drafts = Array.from({ length: size }, (_, nth) => draft(nth));
  return async (keeping: boolean): Promise<Rates> => {
    const ours = await rateOf(drafts, clients, (one) => inTransaction(db.prisma, (tx) => append(tx, [one])));
    while (keeping && (await readLedgerNow(db.pool)).waiting > 0) await pause(50);
    const rows = drafts.map(plainRow);
    const plain = await rateOf(rows, clients, (row) =>
      inTransaction(db.prisma, (tx) => tx.$executeRawUnsafe(insert, ...row)),
    );
    const again = drafts.map(plainRow);
    const bare = await rateOf(again, clients, (values) =>
      pool.query({ name: "plain", text: insert, values }),
    );
    return { ours, plain, bare };
  };
}

const columns = [
  "id uuid",
  "at timestamptz(3)",
  "act text",
  "article text",
  "refused boolean",
  "actor_id uuid",
  "case_id uuid",
  "file_id uuid",
  "person_id uuid",
  "proceeding_id uuid",
  "sample boolean",
  "bytes bytea",
  "salt bytea",
].map((column) => column.split(" ") as [name: string, type: string]);

const insert = `insert into plain (${columns.map(([name]) => name).join(", ")})
  values (${columns.map(([, type], n) => `$${n + 1}::${type}`).join(", ")})`;

async function makePlainTable(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const list = columns.map((column) => column.join(" ")).join(", ");
  await client.query(
    `create table plain (seq bigserial primary key, ${list}, xid xid8 default pg_current_xact_id())`,
  );
  await client.query(
    "grant insert, select on plain to aqtalu_app; grant usage on sequence plain_seq_seq to aqtalu_app",
  );
  await client.end();
}

/** The values of a row, made before the clock runs. */
function plainRow({ actor, at, about, payload }: EntryDraft): unknown[] {
  const id = newId();
  const { bytes, salt } = makeEntry({ v: 1, id, at: at.toISOString(), actor, sample: false, payload });
  const subject = [about?.caseId, about?.fileId, about?.personId, about?.proceedingId].map(
    (one) => one ?? null,
  );
  return [id, at, "edit_person", "P9", false, actor.id, ...subject, false, bytes, salt];
}
