import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Connection } from "@/lib/store/client";
import { namesTaken, seenPeople } from "@/lib/store/intake-authorities";
import { loadMaterials } from "@/lib/store/intake-materials";
import { loadCases, loadMentions, loadPeople, loadUnitsByKey } from "@/lib/store/intake-table";
import type { Reader } from "@/lib/store/transaction";
import { freshDatabase, type TestDatabase } from "../support/database";

/** What a batch of an import is compared with is found by index, or each batch reads all that came before it. */

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.appUrl, { max: 1 });
});
afterAll(async () => {
  await connection?.close();
  await database?.drop();
});

const large = [
  ...["units", "files", "spans", "persons", "person_names", "mentions", "cases", "charges", "measures"],
  ...["case_files", "materials"],
];

const texts = ["a", "b"];
const ids = ["01980000-0000-7000-8000-000000000001", "01980000-0000-7000-8000-000000000002"];
const loads: Record<string, (tx: Reader) => Promise<unknown>> = {
  units: (tx) => loadUnitsByKey(tx, texts, null),
  materials: (tx) => loadMaterials(tx, ids, texts),
  mentions: (tx) => loadMentions(tx, ids),
  people: (tx) => loadPeople(tx, texts, ids),
  cases: (tx) => loadCases(tx, ids, null),
  "people who are seen": (tx) => seenPeople(tx, ids, null),
  "names that are taken": (tx) => namesTaken(tx, texts, null),
};

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  "Subplan Name"?: string;
  Plans?: Node[];
};

/** The plan in place of the rows. */
async function planOf(load: (tx: Reader) => Promise<unknown>): Promise<Node> {
  const client = await connection.pool.connect();
  const plans: Node[] = [];
  const explaining: Reader = {
    $queryRawUnsafe: async <T>(sql: string, ...values: unknown[]) => {
      // Where there is an index it is used, however little there is to find: what is still read whole has none.
      await client.query("set enable_seqscan = off");
      const { rows } = await client.query<{ "QUERY PLAN": { Plan: Node }[] }>(
        `explain (format json) ${sql}`,
        values,
      );
      plans.push(rows[0]!["QUERY PLAN"][0]!.Plan);
      return [] as T;
    },
  };
  await load(explaining).finally(() => client.release());
  return plans[0]!;
}

/** Without what is asked beside of each row found: as long as a table is small, that is read whole and kept. */
const nodesOf = (node: Node): Node[] =>
  node["Subplan Name"] ? [] : [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** From end to end, in the order of the table or of an index. */
const readsWhole = (node: Node): boolean =>
  node["Node Type"] !== "Bitmap Heap Scan" && node["Index Cond"] === undefined;

describe("a batch is compared by index", () => {
  it.each(Object.entries(loads))("%s", async (_, load) => {
    const looked = nodesOf(await planOf(load)).filter((node) => large.includes(node["Relation Name"] ?? ""));
    expect(looked).not.toEqual([]);
    expect(looked.filter(readsWhole)).toEqual([]);
  });
});
