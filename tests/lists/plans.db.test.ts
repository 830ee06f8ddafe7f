import { describe, expect, test } from "vitest";
import { fillArchive } from "@/bench/fill";
import { deskReads } from "@/tests/support/desk-reads";
import { atSigning } from "@/tests/support/journeys";
import { asking, scanned } from "@/tests/support/plans";
import { withCast, type Opened } from "@/tests/support/with-cast";

let world: Opened;
withCast((opened) => (world = opened));

describe("what the desk asks", () => {
  test("can be answered without reading a large table from one end to the other", async () => {
    const { db, people } = world;
    await fillArchive(db.pool, 3000, people.secretary1.accountId);
    await atSigning(db, people);
    // What is held in memory is read as a whole, once.
    for (const { read } of deskReads(db, people.archivist)) await read();
    const client = await db.pool.connect();
    const scans: string[] = [];
    let planned = 0;
    try {
      // With so few rows a scan is cheapest: what remains of them has no other way.
      await client.query("set enable_seqscan = off");
      for (const actor of [
        people.archivist,
        people.member1,
        people.secretary1,
        people.interior,
        people.regional,
      ])
        for (const { name, read } of deskReads(db, actor)) {
          const asked = await asking(read);
          for (const one of asked)
            for (const table of await scanned(client, one)) scans.push(`${name}: ${table}`);
          planned += asked.length;
        }
    } finally {
      await client.query("reset all");
      client.release();
    }
    expect(planned).toBeGreaterThan(300);
    expect([...new Set(scans)]).toEqual([]);
  });
});
