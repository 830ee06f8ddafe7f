import { describe, expect, test } from "vitest";
import { readCases, readCaseSearch } from "@/lib/cases/read-list";
import { findMeant } from "@/lib/cases/find-meant";
import type { Actor } from "@/lib/law/actor";
import { searchKey } from "@/lib/names/tokens";
import { askedBy, findPeople, findPlaces } from "@/lib/people/find-people";
import { loadReach, personSeen, reachParameter } from "@/lib/store/reach";
import { expectListed } from "@/tests/cases/told-anew";
import { bodies } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";
import { withCast, type Opened } from "@/tests/support/with-cast";

let world: Opened;
withCast((opened) => (world = opened));

/** Names the person of a case, and says how they are also written. */
async function named(
  kase: string,
  name: string,
  { born, also = [] }: { born?: number; also?: string[] } = {},
) {
  const { rows } = await world.db.pool.query<{ id: string }>(
    `update persons set name = $2, search_key = $3, birth_from = make_date($4, 1, 1), birth_to = make_date($4, 12, 31)
     where id = (select person_id from cases where id = $1) returning id`,
    [kase, name, searchKey(name), born ?? null],
  );
  for (const text of also)
    await world.db.pool.query(
      "insert into person_names (id, person_id, script, kind, text, search_key) values (gen_random_uuid(), $1, 'ru', 'variant', $2, $3)",
      [rows[0]!.id, text, searchKey(text)],
    );
  return rows[0]!.id;
}

const found = async (actor: Actor, text: string): Promise<string[]> => {
  const { pool } = world.db;
  return (await findPeople(pool, await loadReach(pool, actor), askedBy(text))).map(({ name }) => name);
};

describe("a person is found", () => {
  test("under any spelling, order and script, by another form of the name, with why; nearest first", async () => {
    const { db, people } = world;
    const file = await aFile(db, { grade: null, owner: null });
    const akhmet = await aCase(db, [file]);
    await named(akhmet, "Байтұрсынұлы Ахмет", { born: 1872 });
    await named(await aCase(db, [file]), "Байтурсунов Ахметжан", { born: 1901 });
    await named(await aCase(db, [file]), "Дулатов Міржақып", { born: 1885, also: ["Мадияр", "Дулатов М."] });
    await named(await aCase(db, [file]), "Ковальчик Ян");
    for (const text of ["Baitursynov Akhmet", "ахмет байтурсынов", "Байтурсынов А.", "Baytursunov Ahmed"])
      expect((await found(people.expert, text))[0], text).toBe("Байтұрсынұлы Ахмет");
    expect(await found(people.expert, "Dulatof Mirzhakyp")).toEqual(["Дулатов Міржақып"]);
    expect(await found(people.expert, "Madiyar")).toEqual(["Дулатов Міржақып"]);
    expect(await found(people.expert, "Kowalczyk Jan")).toEqual(["Ковальчик Ян"]);
    expect(await found(people.expert, "Нетов Такой")).toEqual([]);
    // A year is the year of birth, give or take two; who was born in another is not meant.
    expect(await found(people.expert, "Байтурсынов 1873")).toEqual(["Байтұрсынұлы Ахмет"]);
    expect(await found(people.expert, "Байтурсынов 1901")).toEqual(["Байтурсунов Ахметжан"]);
    const reach = await loadReach(db.pool, people.expert);
    const [first] = await findPeople(db.pool, reach, askedBy("Байтурсынов Ахмет"));
    expect(first?.match.reasons).toContainEqual({ from: "у", to: "ұ" });
    expect(first?.cases.map(({ id }) => id)).toEqual([akhmet]);
  });

  test("as soon as their name is changed, and no longer by the one before", async () => {
    const { db, people } = world;
    const kase = await aCase(db, []);
    await named(kase, "Әуелгіов Ескі", { also: ["Авельгиов"] });
    expect(await found(people.expert, "Авелгиов")).toEqual(["Әуелгіов Ескі"]);
    await named(kase, "Соңғыбаев Жаңа");
    await db.pool.query("delete from person_names where text = 'Авельгиов'");
    expect(await found(people.expert, "Авелгиов")).toEqual([]);
    expect(await found(people.expert, "Songybaev")).toEqual(["Соңғыбаев Жаңа"]);
    await expectListed(db);
  });

  test("while a name is typed, and a list is filtered by any part of it", async () => {
    const { db, people } = world;
    const file = await aFile(db, { grade: null, owner: null });
    const kase = await aCase(db, [file]);
    await named(kase, "Жұмабаев Мағжан Бекенұлы");
    const reach = await loadReach(db.pool, people.expert);
    for (const text of ["жума", "zhumab", "джумаб", "Магж", "бекен маг", "жумобае"]) {
      const { persons, cases } = await findMeant(db.pool, reach, text);
      expect(persons[0]?.name, text).toBe("Жұмабаев Мағжан Бекенұлы");
      expect(cases[0]?.id, text).toBe(kase);
    }
    for (const q of ["жума", "умаба", "магжан жумабаев", "Magzhan", "жумабаев м."]) {
      const { rows } = await readCases(people.expert, readCaseSearch({ q }), db.pool);
      expect(
        rows.map(({ id }) => id),
        q,
      ).toEqual([kase]);
    }
    expect((await readCases(people.expert, readCaseSearch({ q: "м." }), db.pool)).total).toBe(0);
  });
});

describe("whom a person may not see", () => {
  test("is not found by them: what is found is what the store lets each of them see", async () => {
    const { db, people } = world;
    const { interior, security, regional } = bodies;
    const plain = await aFile(db, { grade: null, owner: null });
    const held = await aFile(db);
    const others = await aFile(db, { owner: security });
    const nobodys = await aFile(db);
    await db.pool.query("delete from file_owners where file_id = $1", [nobodys]);
    const cases = [
      await aCase(db, [plain]),
      await aCase(db, [held]),
      await aCase(db, [held], { regional }),
      await aCase(db, [others]),
      await aCase(db, [nobodys]),
      await aCase(db, [held, others]),
      await aCase(db, []),
    ];
    const persons: string[] = [];
    for (const [nth, kase] of cases.entries())
      persons.push(await named(kase, `Көрінбеев ${"АБВГДЕЖ"[nth]}лан`));
    const mention = (file: string, person: string | null): Promise<unknown> =>
      db.pool.query(
        "insert into mentions (id, file_id, person_id, name, role) values (gen_random_uuid(), $1, $2, 'x', 'witness')",
        [file, person],
      );
    // Somebody who is only named in files, in one that is open to all and in one that is held; and somebody in none.
    for (const [nth, files] of [[plain], [held], [others, held], []].entries()) {
      const { rows } = await db.pool.query<{ id: string }>(
        "insert into persons (id, name, search_key) values (gen_random_uuid(), $1, $2) returning id",
        [`Көрінбеев Куәгер${"аеиоу"[nth]}`, searchKey(`Көрінбеев ${nth}`)],
      );
      for (const file of files) await mention(file, rows[0]!.id);
    }
    await mention(held, persons[3]!);
    await db.pool.query(
      `insert into conflict_answers (id, account_id, case_id, file_id, answer, kind, at) values
         (gen_random_uuid(), $1, $2, null, 'conflict', 'relative', now()), (gen_random_uuid(), $1, null, $3, 'conflict', 'relative', now())`,
      [people.member2.accountId, cases[0], plain],
    );
    await expectListed(db);
    const readers: Record<string, Actor> = {
      ...{ archivist: people.archivist, member: people.member1, conflicted: people.member2 },
      ...{ interior: people.interior, security: people.security, regional: people.regional },
      administrator: people.administrator,
      uncleared: { ...people.member1, clearances: [] },
      "cleared for one": { ...people.member2, clearances: [interior] },
    };
    let compared = 0;
    for (const [who, actor] of Object.entries(readers)) {
      const reach = await loadReach(db.pool, actor);
      const { rows } = await db.pool.query<{ n: number }>(
        `select p.n from persons p where p.name like 'Көрінбеев%' and ${personSeen("p", "$1")} order by p.n`,
        [reachParameter(reach)],
      );
      const places = await findPlaces(db.pool, reach, { text: "Коринбеев", most: 50 });
      expect(
        places.toSorted((a, b) => a - b),
        who,
      ).toEqual(rows.map(({ n }) => n));
      compared += rows.length;
    }
    expect(compared).toBeGreaterThan(30);
    // The file is given to somebody to read: whom it names is there for them.
    const reach = await loadReach(db.pool, { ...people.expert, clearances: [] });
    const before = await findPlaces(db.pool, reach, { text: "Коринбеев", most: 50 });
    await db.pool.query(
      `with opened as (insert into proceedings (id, kind, file_id, step, rules, opened_by, opened_at, step_since)
         values (gen_random_uuid(), 'declassification', $1, 'study', 1, $2, now(), now()) returning id)
       insert into assignments (id, proceeding_id, account_id, duty, assigned_by, assigned_at)
         select gen_random_uuid(), id, $3, 'author', $2, now() from opened`,
      [others, people.head.accountId, people.expert.accountId],
    );
    const after = await findPlaces(db.pool, reach, { text: "Коринбеев", most: 50 });
    expect(after.length).toBeGreaterThan(before.length);
    await expectListed(db);
  });
});
