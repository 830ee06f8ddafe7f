import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Desk } from "@/lib/accounts/act";
import type { Actor } from "@/lib/law/actor";
import { connect, type Connection } from "@/lib/store/client";
import { copyOf, freshDatabase, type TestDatabase } from "@/tests/support/database";
import { cast, person, type Cast } from "@/tests/support/people";
import { deskOf } from "@/tests/support/rules";

/** Two administrators and everybody else, each test with a database of its own. */
export type Room = { people: Cast; second: Actor; db: Connection; desk: Desk; owner: pg.Client };

/** Registers the hooks of the test file; what is in the room is there once a test runs. */
export function openRoom(): Room {
  const room = {} as Room;
  let base: TestDatabase;
  let database: TestDatabase;
  beforeAll(async () => {
    base = await freshDatabase();
    const db = connect(base.appUrl);
    room.people = await cast(db);
    room.second = await person(db, "second", "administrator", "office");
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
