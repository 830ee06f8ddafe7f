import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Desk } from "@/lib/accounts/act";
import { connect, type Connection } from "@/lib/store/client";
import { copyOf, freshDatabase, type TestDatabase } from "./database";
import { deskOf } from "./rules";

/** What a test finds: a database of its own, the application's hands in it, and the owner's. */
export type CopiedRoom = { db: Connection; desk: Desk; owner: pg.Client };

/**
 * Registers the hooks of a test file: people and bodies are made once, each test has a copy. What is in the room is
 * there once a test runs.
 */
export function openCopies<P extends object>(prepare: (db: Connection) => Promise<P>): CopiedRoom & P {
  const room = {} as CopiedRoom & P;
  let base: TestDatabase;
  let database: TestDatabase;
  beforeAll(async () => {
    base = await freshDatabase();
    const db = connect(base.appUrl);
    Object.assign(room, await prepare(db));
    await db.close();
  });
  afterAll(() => base.drop());
  beforeEach(async () => {
    database = await copyOf(base);
    room.db = connect(database.appUrl);
    room.desk = deskOf(room.db);
    room.owner = new pg.Client({ connectionString: database.ownerUrl });
    await room.owner.connect();
  });
  afterEach(async () => {
    await room.owner.end();
    await room.db.close();
    await database.drop();
  });
  return room;
}
