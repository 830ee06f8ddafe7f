import { afterAll, beforeAll } from "vitest";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "./database";
import { cast, type Cast } from "./people";

export type Opened = { base: TestDatabase; db: Connection; people: Cast };

/** A database of the test file's own with everybody of the commission in it: there before its tests, gone after them. */
export function withCast(take: (opened: Opened) => void): void {
  let opened: Opened;
  beforeAll(async () => {
    const base = await freshDatabase();
    const db = connect(base.appUrl);
    opened = { base, db, people: await cast(db) };
    take(opened);
  });
  afterAll(async () => {
    await opened.db.close();
    await opened.base.drop();
  });
}
