import pg from "pg";
import { columnTypes } from "./client";
import { assertNotOwner } from "./health";

/** Any number will do, as long as everyone takes the same. */
const seatKey = 7_150_310;

/** `client` holds the lock: what one worker alone may write goes through it, and is lost with it. */
export type Seat = { client: pg.ClientBase; beat(): Promise<void>; leave(): Promise<void> };

/**
 * The seat of the one worker: a session advisory lock on a connection of its own (a pool, or a pooler
 * between, would lose it). Where it is taken, `waiting` is called and this waits until it is free.
 */
export async function takeSeat(url: string, waiting: () => void, lost: () => void): Promise<Seat> {
  const [client, pulse] = [connection(url, lost), connection(url, lost)];
  await Promise.all([client.connect(), pulse.connect()]);
  await assertNotOwner(client);
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    seatKey,
  ]);
  if (!rows[0]?.taken) {
    waiting();
    await client.query("select pg_advisory_lock($1)", [seatKey]);
  }
  return {
    client,
    // Beside the one that works: a long look at the history must not look like silence.
    beat: async () => {
      await pulse.query(
        `insert into worker_heartbeat (id, beat_at) values ('worker', clock_timestamp())
         on conflict (id) do update set beat_at = excluded.beat_at`,
      );
    },
    leave: async () => void (await Promise.all([client.end(), pulse.end()])),
  };
}

function connection(url: string, lost: () => void): pg.Client {
  const settings = { connectionString: url, types: columnTypes, keepAlive: true };
  const client = new pg.Client({ ...settings, application_name: "aqtalu worker" });
  client.on("error", lost);
  return client;
}
