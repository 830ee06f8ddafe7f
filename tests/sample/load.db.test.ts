import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Connection } from "@/lib/store/client";
import { loadSample } from "@/prisma/sample/load";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";

let base: TestDatabase;
let db: Connection;

beforeAll(async () => {
  base = await freshDatabase();
  db = connect(base.appUrl);
  const t = performance.now();
  await loadSample({
    owner: base.ownerUrl,
    app: base.appUrl,
    passwords: (login) => `long-enough-${login}`,
    log: (line) => console.log(line),
  });
  console.log("loaded in", performance.now() - t);
}, 120_000);
afterAll(async () => {
  await db.close();
  await base.drop();
});

test("loads", async () => {
  expect(await db.prisma.cases.count()).toBeGreaterThan(400);
  const { rows } = await db.pool.query(
    "select kind, step, count(*)::int n from proceedings group by 1,2 order by 1,2",
  );
  console.table(rows);
});
