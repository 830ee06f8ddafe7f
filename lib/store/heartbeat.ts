import pg from "pg";
import { assertNotOwner } from "./health";

/** Any number will do, as long as everyone takes the same. */
const seatKey = 7_150_310;

export type Seat = { beat(): Promise<void>; leave(): Promise<void> };

/**
 * The seat of the one worker: a session advisory lock on a connection of its own (a pool, or a pooler
 * between, would lose it). Where it is taken, `waiting` is called and this waits until it is free.
 */
export async function takeSeat(url: string, waiting: () => void, lost: () => void): Promise<Seat> {
  const client = new pg.Client({ connectionString: url, application_name: "aqtalu worker", keepAlive: true });
  client.on("error", lost);
  await client.connect();
  await assertNotOwner(client);
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    seatKey,
  ]);
  if (!rows[0]?.taken) {
    waiting();
    await client.query("select pg_advisory_lock($1)", [seatKey]);
  }
  return {
    beat: async () => {
      await client.query(
        `insert into worker_heartbeat (id, beat_at) values ('worker', clock_timestamp())
         on conflict (id) do update set beat_at = excluded.beat_at`,
      );
    },
    leave: () => client.end(),
  };
}
