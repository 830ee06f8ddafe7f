import type pg from "pg";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import type { Queryable } from "./client";
import { rows, type Reader, type Writer } from "./transaction";

export const jobKinds = ["analyse", "accept", "undo"] as const;
export type JobKind = (typeof jobKinds)[number];
/** What somebody asks of a job that is under way. */
export type Wish = "pause" | "cancel";
export type JobState = "waiting" | "running" | "paused" | "done" | "failed" | "cancelled";

export interface Job {
  id: string;
  kind: JobKind;
  importId: string;
  /** Whose work it is. */
  askedBy: string;
  /** As the history knows who asked, in the office in which they did. */
  askedAs: ActorSnapshot;
  wish: Wish | null;
  /** What has gone wrong since it last went on: a process that died counts once, a fault of its own four times. */
  trouble: number;
}

export interface NewJob {
  id: string;
  kind: JobKind;
  importId: string;
  askedAs: ActorSnapshot;
  at: Date;
  /** Bytes of what it works on. */
  size: number;
}

/** The channel on which whoever works is told that there is something to do. */
export const jobsChannel = "aqtalu_jobs";

/** Within the transaction that makes the job necessary. */
export async function addJob(tx: Writer, { id, kind, importId, askedAs, at, size }: NewJob): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into jobs (id, kind, import_id, asked_by, asked_at, size, asked_as)
     values ($1::uuid, $2, $3::uuid, $4::uuid, $5::timestamptz, $6::bigint, $7::jsonb)`,
    ...[id, kind, importId, askedAs.id, at, size, JSON.stringify(askedAs)],
  );
  await tx.$executeRawUnsafe(`notify ${jobsChannel}`);
}

/** Jobs that were running when their process died go on from where they were. It need not be they that killed it. */
export async function freeJobs(db: Queryable): Promise<void> {
  await db.query("update jobs set state = 'waiting', trouble = trouble + 1 where state = 'running'");
}

/** Takes the job that waits longest, of any size or of a small one; null: there is none. */
export async function takeJob(db: Queryable, largest: number | null): Promise<Job | null> {
  const { rows: taken } = await db.query<Job & pg.QueryResultRow>(
    `update jobs set state = 'running', phase = null, phase_at = null where id = (
       select id from jobs where state = 'waiting' and ($1::bigint is null or size <= $1)
       order by asked_at, id limit 1 for update skip locked)
     returning id, kind, import_id as "importId", asked_by as "askedBy", asked_as as "askedAs", wish, trouble`,
    [largest],
  );
  return taken[0] ?? null;
}

export interface Progress {
  phase: string;
  done: number;
  total: number;
}

/**
 * Tells how far a job is, and learns what is wished of it. Whatever moves has not failed; but an import is undone whole
 * or not at all, and begins from its beginning each time.
 */
export async function reportJob(
  db: Queryable,
  id: string,
  { phase, done, total }: Progress,
): Promise<Wish | null> {
  const { rows: found } = await db.query<{ wish: Wish | null }>(
    `update jobs set
       phase_at = case when phase is distinct from $2 then clock_timestamp() else phase_at end,
       phase_from = case when phase is distinct from $2 then $3 else phase_from end,
       phase = $2, total = $4, done = $3, moved_at = clock_timestamp(),
       trouble = case when phase = $2 and $3 > phase_from and kind <> 'undo' then 0 else trouble end
     where id = $1 returning wish`,
    [id, phase, done, total],
  );
  return found[0]?.wish ?? null;
}

type Ended = Extract<JobState, "done" | "failed" | "cancelled">;

/** `fault`: the number under which the log has it. */
export async function endJob(
  tx: Writer,
  id: string,
  state: Ended,
  fault: string | null = null,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update jobs set state = $2, fault = $3, wish = null, ended_at = clock_timestamp() where id = $1::uuid`,
    ...[id, state, fault],
  );
}

const FAULT = 4;

/** Lays down a job that runs: for somebody to take it up again, for whoever works next, or to be tried again. */
export async function restJob(db: Queryable, id: string, why: "paused" | "left" | "fault"): Promise<void> {
  await db.query(
    `update jobs set state = $2, wish = case when $2 = 'paused' then null else wish end, trouble = trouble + $3
     where id = $1 and state = 'running'`,
    [id, why === "paused" ? "paused" : "waiting", why === "fault" ? FAULT : 0],
  );
}

/** The job that works on an import, if any; whoever asks something of it holds it until the answer is written. */
export async function lockLiveJob(
  tx: Reader,
  importId: string,
): Promise<{ id: string; kind: JobKind; state: JobState } | null> {
  const [found] = await rows<{ id: string; kind: JobKind; state: JobState }>(
    tx,
    `select json_build_object('id', id, 'kind', kind, 'state', state) as row from jobs
     where import_id = $1::uuid and state in ('waiting', 'running', 'paused') for update`,
    importId,
  );
  return found ?? null;
}

/** One that runs sees the wish and lays itself down; a resting one that is to end is taken up for that. */
export async function steerJob(tx: Writer, id: string, wish: Wish | "resume"): Promise<void> {
  await tx.$executeRawUnsafe(
    `update jobs set
       wish = case when $2 = 'cancel' or ($2 = 'pause' and state = 'running') then $2 end,
       state = case when state = 'running' then state when $2 = 'pause' then 'paused' else 'waiting' end
     where id = $1::uuid and state in ('waiting', 'running', 'paused')`,
    ...[id, wish],
  );
  await tx.$executeRawUnsafe(`notify ${jobsChannel}`);
}

export type JobRow = {
  kind: JobKind;
  state: JobState;
  wish: Wish | null;
  phase: string | null;
  done: number;
  total: number;
  /** How much of `done` was done in this phase by the run that is under way, and for how many seconds it has run. */
  run: number;
  seconds: number;
  /** Jobs that come before it. */
  before: number;
  fault: string | null;
};

/** The newest job of an import. */
export async function findJob(db: Queryable, importId: string): Promise<JobRow | null> {
  const { rows: found } = await db.query<JobRow>(
    `select kind, state, wish, phase, done::float8, total::float8, (done - phase_from)::float8 as run,
       coalesce(extract(epoch from moved_at - phase_at), 0)::float8 as seconds,
       fault,
       (select count(*)::int from jobs o where o.state in ('waiting', 'running') and o.asked_at < j.asked_at) as before
     from jobs j where import_id = $1 order by asked_at desc, id desc limit 1`,
    [importId],
  );
  return found[0] ?? null;
}
