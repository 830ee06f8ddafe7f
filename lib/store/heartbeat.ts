import pg from "pg";
import { columnTypes } from "./client";
import { assertNotOwner, type SeatOf } from "./health";

/** Any numbers will do, as long as everyone takes the same. */
const seatKeys: Readonly<Record<SeatOf, number>> = { worker: 7_150_310, jobs: 7_150_311 };

/** `client` holds the lock: what one worker alone may write goes through it, and is lost with it. */
export type Seat = { client: pg.ClientBase; beat(): Promise<void>; leave(): Promise<void> };

/**
 * The seat of the one worker, or of the one process that does the jobs: a session advisory lock on a connection of its
 * own (a pool, or a pooler between, would lose it). Where it is taken, `waiting` is called and this waits until it is
 * free.
 */
export async function takeSeat(
  url: string,
  of: SeatOf,
  waiting: () => void,
  lost: () => void,
): Promise<Seat> {
  const [client, pulse] = [connection(url, of, lost), connection(url, of, lost)];
  await Promise.all([client.connect(), pulse.connect()]);
  await assertNotOwner(client);
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    seatKeys[of],
  ]);
  if (!rows[0]?.taken) {
    waiting();
    await client.query("select pg_advisory_lock($1)", [seatKeys[of]]);
  }
  return {
    client,
    // Beside the one that works: a long look at the history must not look like silence.
    beat: async () => {
      await pulse.query(
        `insert into worker_heartbeat (id, beat_at) values ($1, clock_timestamp())
         on conflict (id) do update set beat_at = excluded.beat_at`,
        [of],
      );
    },
    leave: async () => void (await Promise.all([client.end(), pulse.end()])),
  };
}

function connection(url: string, of: SeatOf, lost: () => void): pg.Client {
  const settings = { connectionString: url, types: columnTypes, keepAlive: true };
  const client = new pg.Client({ ...settings, application_name: `aqtalu ${of}` });
  client.on("error", lost);
  return client;
}
