import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { closeConnections, connect, type Connection } from "@/lib/store/client";
import { freshDatabase } from "../database";
import { pointAt } from "../environment";
import { begin } from "./begin";
import type { Replay } from "./desk";
import { growingHistory } from "./history";
import { peopled } from "./people";
import { putInForce, setAbsence } from "./outside";

/** A database with the people of the model, in which one world after another is set out. */
export type Room = {
  db: Connection;
  newReplay(): Promise<Replay>;
  /** Where the history and the live tables differ. */
  faults: ReturnType<typeof growingHistory>;
  close(): Promise<void>;
};

export async function openRoom(): Promise<Room> {
  const base = await freshDatabase();
  pointAt(base);
  const data = await mkdtemp(path.join(tmpdir(), "replay-"));
  process.env.AQTALU_DATA = data;
  const db = connect(base.appUrl);
  const owner = new pg.Pool({ connectionString: base.ownerUrl, max: 2 });
  owner.on("error", () => undefined);
  const people = await peopled(db);
  return {
    db,
    faults: growingHistory(db),
    newReplay: async () => {
      const { world, placed } = await begin(db, people);
      const { rows } = await owner.query<{ last: number }>("select max(version) as last from rule_sets");
      const rulesBefore = rows[0]!.last;
      const desk = { prisma: db.prisma, clock: () => new Date() };
      const r: Replay = {
        ...{ db, desk, owner, people, world, placed, rulesBefore },
        ...{ proceedings: new Map<string, string>(), nth: 0 },
      };
      await putInForce(r, 0, rulesBefore + world.rules.version);
      await setAbsence(r, false);
      return r;
    },
    close: async () => {
      await closeConnections();
      await db.close();
      await owner.end();
      await base.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
