import { afterAll, describe, expect, test } from "vitest";
import { readCases, readCaseSearch } from "@/lib/cases/read-list";
import { closeConnections } from "@/lib/store/client";
import { pointAt } from "@/tests/support/environment";
import { aCase, aFile } from "@/tests/support/records";
import { withCast, type Opened } from "@/tests/support/with-cast";

let world: Opened;
withCast((opened) => {
  world = opened;
  pointAt(opened.base);
});
afterAll(closeConnections);

describe("a page of the list", () => {
  test("follows upon another without a gap, in each order, either way, however few or many are found", async () => {
    const { db, people } = world;
    for (let n = 0; n < 90; n++) {
      const kase = await aCase(db, []);
      await db.pool.query("update cases set date_from = $2, date_to = $2 where id = $1", [
        kase,
        n % 7 === 0 ? null : `19${37 + (n % 3)}-0${1 + (n % 9)}-01`,
      ]);
      await db.pool.query(
        "update persons set name = $2 where id = (select person_id from cases where id = $1)",
        [kase, `${"ҚАБӘЕ"[n % 5]}улы ${n % 11}`],
      );
    }
    const orders = {
      new: "l.n",
      name: `p.name collate "kk-x-icu"`,
      year: "coalesce(c.date_from, '9999-12-31')",
    };
    for (const [sort, by] of Object.entries(orders))
      for (const down of ["0", "1"]) {
        const direction = down === "1" ? "desc" : "asc";
        const { rows } = await db.pool.query<{ id: string }>(
          `select c.id from cases c join persons p on p.id = c.person_id join listed_cases l on l.id = c.id
           order by ${by} ${direction}, c.id ${direction}`,
        );
        const inOrder = rows.map(({ id }) => id);
        const pages: string[][] = [];
        let at: Record<string, string> = {};
        for (;;) {
          const page = await readCases(people.archivist, readCaseSearch({ sort, down, ...at }));
          pages.push(page.rows.map(({ id }) => id));
          if (!page.more) break;
          at = { after: page.last! };
          // And back again from where the next begins.
          if (pages.length > 1) {
            const back = await readCases(
              people.archivist,
              readCaseSearch({ sort, down, before: page.first! }),
            );
            expect(back.rows.map(({ id }) => id)).toEqual(pages.at(-2));
          }
        }
        expect(pages.flat(), `${sort} ${down}`).toEqual(inOrder);
      }
  });

  test("a field of the form that was left empty asks for nothing", async () => {
    const { people } = world;
    const all = await readCases(people.archivist, readCaseSearch({}));
    const empty = {
      q: "",
      stage: "",
      step: "",
      outcome: "",
      region: "",
      category: "",
      year: "",
      waiting: "",
    };
    const asked = await readCases(people.archivist, readCaseSearch(empty));
    expect(all.total).toBeGreaterThan(80);
    expect([asked.total, asked.rows]).toEqual([all.total, all.rows]);
  });

  test("a case that is hidden is a place as little as one that is nowhere", async () => {
    const { db, people } = world;
    const hidden = await aCase(db, [await aFile(db)]);
    await aCase(db, []);
    const uncleared = { ...people.member1, clearances: [] };
    for (const sort of ["new", "year"])
      for (const [way, actor, differs] of [
        ["after", uncleared, false],
        ["before", uncleared, false],
        ["after", people.member1, true],
      ] as const) {
        const from = (id: string) => readCases(actor, readCaseSearch({ sort, [way]: `1|${id}` }));
        const [there, nowhere] = [await from(hidden), await from("01a22236-dfd5-7108-bdf3-b911945a6485")];
        if (differs && sort === "new") expect(there.rows).not.toEqual(nowhere.rows);
        if (!differs) expect([there.rows, there.total]).toEqual([nowhere.rows, nowhere.total]);
      }
  });

  test("a place that is none begins at the beginning", async () => {
    const { people } = world;
    const first = await readCases(people.archivist, readCaseSearch({ sort: "year" }));
    for (const after of ["x", "13000|01a22236-dfd5-7108-bdf3-b911945a6485", "|", "13000|'"]) {
      const page = await readCases(people.archivist, readCaseSearch({ sort: "year", after }));
      expect(page.rows).toEqual(first.rows);
    }
  });
});
