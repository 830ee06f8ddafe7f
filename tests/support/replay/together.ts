import type pg from "pg";
import type { Result } from "@/lib/proceedings/perform";
import type { Move } from "@/tests/law/support/move";
import { play } from "@/tests/law/support/sequences";
import { askAct } from "./acts";
import { idOf, type Replay } from "./desk";
import { basis } from "./scripts";

/** What stands in the way of both when they come: the shared case, one of the files, or nothing. */
export type Held = { kind: "case" | "file"; index: number } | null;

/**
 * Two people sign at the same time, each on a file of their own. With something held, both start while it is locked,
 * and it is let go once whoever needs it waits for it: so they meet at a chosen place.
 */
export async function signTogether(
  r: Replay,
  pairs: readonly (readonly [actor: string, file: number])[],
  held: Held,
  gap: number,
): Promise<Result[]> {
  const moves = pairs.map(([actor, index]): Move => {
    return { actor, act: "sign", subject: { kind: "file", index }, terms: { basis } };
  });
  const client = await r.owner.connect();
  try {
    await client.query("begin");
    if (held) {
      const table = held.kind === "case" ? "cases" : "files";
      await client.query(`select 1 from ${table} where id = $1 for update`, [idOf(r, held)]);
    }
    const asked = moves.map(async (move, nth) => {
      await new Promise((resolve) => setTimeout(resolve, nth * gap));
      return askAct(r, move);
    });
    if (held) await untilWaitedFor(r.owner, held.kind === "case" ? 2 : 1);
    await client.query("commit");
    const results = await Promise.all(asked);
    for (const move of moves) play(r.world, move);
    return results;
  } finally {
    client.release();
  }
}

/** Until so many connections wait for a lock; whoever needs none is through by then or runs on. */
async function untilWaitedFor(owner: pg.Pool, count: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const { rows } = await owner.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0]!.waiting >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`nobody waits for what is held`);
}
