import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinCases, partCases } from "@/lib/cases/join";
import { comparePeople, mergePeople, tellApart, unmergePeople } from "@/lib/people/merge";
import { readAlike, readComparison, readPerson } from "@/lib/people/read";
import { loadDuplicates } from "@/lib/store/matters";
import { newId } from "@/lib/store/id";
import { everyRow, subjectTables } from "@/tests/support/every-row";
import { openWorld, refusalOf, type World } from "@/tests/units/world";
import { accusedIn, pairOf } from "./accused";

let world: World;
let accused: ReturnType<typeof accusedIn>;
beforeAll(async () => {
  world = await openWorld();
  accused = accusedIn(world);
});
afterAll(() => world.close());

/** What was said of pairs apart. */
const rowsNow = () => everyRow(world.db, subjectTables);

const toldOf = async (personId: string): Promise<unknown[]> => {
  const { rows } = await world.db.pool.query<{
    payload: { work: string; article: string; facts: object };
    who: string;
  }>(
    `select convert_from(bytes, 'UTF8')::json->'payload' as payload, convert_from(bytes, 'UTF8')::json->'actor'->>'name' as who
     from events where person_id = $1 and act like '%merge%' order by seq`,
    [personId],
  );
  return rows.map(({ payload: { work, article, facts }, who }) => ({ work, article, facts, who }));
};

describe("two registrations of one person", () => {
  test("merging moves nothing, undoing it leaves every row as it was, and both histories say who and why", async () => {
    const { desk, people, source } = world;
    const [a, b] = [await accused("Байтұрсынов Ахмет"), await accused("Байтурсунов Ахмет")];
    const before = await rowsNow();
    expect(await mergePeople(desk, people.archivist, pairOf(b.personId, a.personId))).toMatchObject({
      ok: true,
    });
    expect(await rowsNow()).toEqual(before);
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const page = (await readPerson(people.expert, own.personId, source))!;
      expect(page.registrations).toMatchObject([
        { id: other.personId, leads: other === a, note: "arrest record, sheet 3" },
      ]);
      expect(page.person.cases.map((one) => [one.id, one.under?.id ?? null]).toSorted()).toEqual(
        [
          [own.caseId, null],
          [other.caseId, other.personId],
        ].toSorted(),
      );
      expect(page.person.named.map((one) => one.fileId).toSorted()).toEqual(
        [own.fileId, other.fileId].toSorted(),
      );
    }
    const undone = await unmergePeople(desk, people.head, pairOf(a.personId, b.personId, "two fathers"));
    expect(undone).toMatchObject({ ok: true });
    expect(await rowsNow()).toEqual(before);
    expect((await readPerson(people.expert, a.personId, source))!.registrations).toEqual([]);
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const)
      expect(await toldOf(own.personId)).toEqual([
        {
          work: "merge_people",
          article: "P28",
          who: people.archivist.name,
          facts: { other: other.personId, note: "arrest record, sheet 3" },
        },
        {
          work: "unmerge_people",
          article: "P29",
          who: people.head.name,
          facts: { other: other.personId, note: "two fathers" },
        },
      ]);
  });

  test("one leads: nobody points to somebody who points on, whoever says it", async () => {
    const { desk, people } = world;
    const [a, b, c] = [
      await accused("Ермеков Әлімхан"),
      await accused("Ермеков Алимхан"),
      await accused("Ермеков А."),
    ];
    const say = (person: { personId: string }, leads: { personId: string }) =>
      mergePeople(desk, people.archivist, pairOf(person.personId, leads.personId));
    expect(await say(a, a)).toMatchObject(refusalOf("oneAlready"));
    expect(await say(b, a)).toMatchObject({ ok: true });
    expect(await say(b, a)).toMatchObject(refusalOf("oneAlready"));
    expect(await say(a, b)).toMatchObject(refusalOf("oneAlready"));
    expect(await say(c, b)).toMatchObject(refusalOf("pointsElsewhere"));
    expect(await say(b, c)).toMatchObject(refusalOf("pointsElsewhere"));
    expect(await say(a, c)).toMatchObject(refusalOf("leadsOthers"));
    expect(await say(c, a)).toMatchObject({ ok: true });
    expect(await say(c, b)).toMatchObject(refusalOf("oneAlready"));
    const siblings = pairOf(b.personId, c.personId);
    expect(await tellApart(desk, people.archivist, siblings)).toMatchObject(refusalOf("oneAlready"));
    expect(await unmergePeople(desk, people.archivist, siblings)).toMatchObject(refusalOf("apartAlready"));
    const seen = (await readPerson(people.expert, b.personId, world.source))!.registrations;
    expect(seen.map(({ id, leads, with: said }) => [id, leads, said])).toEqual([
      [a.personId, true, b.personId],
      [c.personId, false, a.personId],
    ]);
    expect(
      await world.db.pool.query("select 1 from person_pairs where ended_at is null and person_id = $1", [
        a.personId,
      ]),
    ).toMatchObject({ rows: [] });
  });

  test("told apart once, a registration of each is not merged; with joined cases they are not separated", async () => {
    const { db, desk, people } = world;
    const [a, b, c] = [
      await accused("Рысқұлов Тұрар"),
      await accused("Рыскулов Турар"),
      await accused("Рыскулов Т."),
    ];
    await tellApart(desk, people.archivist, pairOf(b.personId, c.personId));
    await mergePeople(desk, people.archivist, pairOf(b.personId, a.personId));
    expect(await mergePeople(desk, people.archivist, pairOf(c.personId, a.personId))).toMatchObject(
      refusalOf("toldApart"),
    );
    const joined = { caseId: b.caseId, leadId: a.caseId, note: "one protocol" };
    expect(await joinCases(desk, people.secretary1, joined)).toMatchObject({ ok: true });
    const pair = pairOf(b.personId, a.personId);
    expect(await unmergePeople(desk, people.archivist, pair)).toMatchObject(refusalOf("casesJoined"));
    const ended =
      "update person_pairs set ended_at = now(), ended_id = by_id, ended_note = 'z' where person_id = $1 and answer = 'same'";
    await expect(db.pool.query(ended, [b.personId])).rejects.toThrow(/cases of the two are joined/);
    expect(await partCases(desk, people.secretary1, joined)).toMatchObject({ ok: true });
    expect(await unmergePeople(desk, people.archivist, pair)).toMatchObject({ ok: true });
  });

  test("two who say so at once are heard one after the other", async () => {
    const { desk, people, db } = world;
    const [a, b, c] = [
      await accused("Досмұхамедұлы Халел"),
      await accused("Досмухамедов Халел"),
      await accused("Досмухамедов Х."),
    ];
    const said = await Promise.all([
      mergePeople(desk, people.archivist, pairOf(a.personId, b.personId)),
      mergePeople(desk, people.head, pairOf(b.personId, a.personId)),
      mergePeople(desk, people.secretary1, pairOf(b.personId, c.personId)),
    ]);
    expect(said.filter((one) => one.ok)).toHaveLength(1);
    const { rows } = await db.pool.query(
      "select 1 from person_pairs p join person_pairs q on q.person_id = p.other_id where p.ended_at is null and q.ended_at is null and p.answer = 'same' and q.answer = 'same'",
    );
    expect(rows).toEqual([]);
  });

  test("the database keeps what was said, and that one leads", async () => {
    const { db, desk, people } = world;
    const [a, b, c] = [await accused("Ғабит"), await accused("Габит"), await accused("Gabit")];
    await mergePeople(desk, people.archivist, pairOf(b.personId, a.personId));
    const insert = (person: string, other: string): Promise<unknown> =>
      db.pool.query(
        "insert into person_pairs (id, person_id, other_id, answer, note, by_id, at) values ($1, $2, $3, 'same', 'x', $4, now())",
        [newId(), person, other, people.archivist.accountId],
      );
    await expect(insert(c.personId, b.personId)).rejects.toThrow(/one registration leads/);
    await expect(insert(a.personId, c.personId)).rejects.toThrow(/one registration leads/);
    await expect(db.pool.query("update person_pairs set note = 'y'")).rejects.toThrow(/permission denied/);
    await expect(db.pool.query("delete from person_pairs")).rejects.toThrow(/permission denied/);
    await unmergePeople(desk, people.archivist, pairOf(b.personId, a.personId));
    const again = "update person_pairs set ended_at = now(), ended_note = 'z' where person_id = $1";
    await expect(db.pool.query(again, [b.personId])).rejects.toThrow(/ended, not altered/);
  });
});

describe("who may be the same", () => {
  test("is asked once: of two people never again, of one person no more, and in any script", async () => {
    const { desk, people, source } = world;
    const a = await accused("Сейтқалиұлы Төлеген", { birthText: "1901" });
    const b = await accused("Сейткалиев Тулеген", { birthText: "1901" });
    const younger = await accused("Сейтқалиұлы Төлеген", { birthText: "1925" });
    const shown = async ({ personId }: { personId: string }) => {
      const { person } = (await readPerson(people.archivist, personId, source))!;
      return (await readAlike(people.archivist, person, source)).map((one) => one.id);
    };
    expect(await shown(a)).toContain(b.personId);
    expect(await shown(a)).not.toContain(younger.personId);
    const said = { ...pairOf(a.personId, b.personId, "other father"), answer: "two" } as const;
    expect(await comparePeople(desk, people.secretary1, said)).toMatchObject({ ok: true });
    expect(await shown(a)).not.toContain(b.personId);
    expect(await shown(b)).not.toContain(a.personId);
    expect(await tellApart(desk, people.secretary1, pairOf(b.personId, a.personId))).toMatchObject(
      refusalOf("apartAlready"),
    );
    const changed = {
      ...pairOf(a.personId, b.personId, "the father is spelled twice"),
      answer: "first",
    } as const;
    expect(await comparePeople(desk, people.secretary1, changed)).toMatchObject({ ok: true });
    const compared = (await readComparison(people.expert, [b.personId, a.personId], source))!;
    expect(compared).toMatchObject({ compares: false, said: { answer: "same", leads: a.personId } });
    expect(await shown(a)).not.toContain(b.personId);
  });

  test("cases of one person are likely duplicates; those of two people of one name are not asked about again", async () => {
    const { db, desk, people } = world;
    const asked = async (caseId: string) => db.prisma.$transaction((tx) => loadDuplicates(tx, caseId));
    const [a, b] = [await accused("Жұбанов Құдайберген"), await accused("Жубанов Х.")];
    expect(await asked(a.caseId)).toEqual([]);
    await mergePeople(desk, people.archivist, pairOf(b.personId, a.personId));
    expect(await asked(a.caseId)).toEqual([b.caseId]);
    expect(await asked(b.caseId)).toEqual([a.caseId]);
    // Whoever is called as one registration of a person may be that person.
    const like = await accused("Жубанов Х.");
    expect((await asked(a.caseId)).toSorted()).toEqual([b.caseId, like.caseId].toSorted());
    const [x, y] = [await accused("Ким Алексей"), await accused("Ким Алексей")];
    expect(await asked(x.caseId)).toEqual([y.caseId]);
    await tellApart(desk, people.archivist, pairOf(y.personId, x.personId));
    expect(await asked(x.caseId)).toEqual([]);
  });
});
