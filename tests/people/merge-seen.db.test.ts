import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { mergePeople } from "@/lib/people/merge";
import { readComparison, readPeople, readPerson, readPersonEntries } from "@/lib/people/read";
import { listHistory } from "@/lib/store/history";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { bodies } from "@/tests/support/people";
import { aFile } from "@/tests/support/records";
import { openWorld, refusalOf, type World } from "@/tests/units/world";
import { accusedIn, pairOf } from "./accused";

let world: World;
let accused: ReturnType<typeof accusedIn>;
beforeAll(async () => {
  world = await openWorld();
  accused = accusedIn(world);
});
afterAll(() => world.close());

describe("who may, and what may not be seen", () => {
  test("a member compares and says nothing; nobody does what is not there for them", async () => {
    const { desk, people } = world;
    const [a, b] = [await accused("Тынышпаев Мұхаметжан"), await accused("Тынышпаев М.")];
    const pair = pairOf(b.personId, a.personId);
    expect(await mergePeople(desk, people.member1, pair)).toMatchObject(refusalOf("heldRole"));
    expect(await mergePeople(desk, people.security, pair)).toMatchObject(refusalOf("gone"));
    expect(await mergePeople(desk, people.archivist, pairOf(newId(), a.personId))).toMatchObject(
      refusalOf("gone"),
    );
  });

  test("whoever sees one of two finds no trace of the other, nor that anything was said", async () => {
    const { db, desk, people, source } = world;
    const own = await accused("Сәдуақасов Смағұл");
    const held = await accused("Садвакасов С.", { fileId: await aFile(db, { owner: bodies.security }) });
    const before = await seenBy(people.interior, own.personId);
    const said = await mergePeople(
      desk,
      people.archivist,
      pairOf(held.personId, own.personId, "the same wife"),
    );
    expect(said).toMatchObject({ ok: true });
    expect(await seenBy(people.interior, own.personId)).toEqual(before);
    expect(await seenBy(people.interior, held.personId)).toBeNull();
    expect(await readComparison(people.interior, [own.personId, held.personId], source)).toBeNull();
    const shown = JSON.stringify(await seenBy(people.archivist, own.personId));
    expect(shown).toContain("Садвакасов С.");
    expect(shown).toContain("the same wife");
    expect(JSON.stringify(await historyOf(people.security))).not.toContain("the same wife");
    expect(JSON.stringify(await historyOf(people.archivist))).toContain("the same wife");
    // The other way round: whoever sees the registration that points, and not the one that leads.
    expect(JSON.stringify(await seenBy(people.security, held.personId))).not.toContain("the same wife");
  });

  test("of a third that is not seen nothing is told, though it stands in the way", async () => {
    const { db, desk, people } = world;
    const hidden = await accused("Қожанов Сұлтанбек");
    const [a, b] = [await accused("Кожанов С."), await accused("Кожанов Султан")];
    await mergePeople(desk, people.archivist, pairOf(a.personId, hidden.personId));
    const conflict = { answer: "conflict", kind: "relative", at: new Date("2026-11-01") };
    const of = { ...conflict, account_id: people.head.accountId };
    for (const about of [{ case_id: hidden.caseId }, { file_id: hidden.fileId }])
      await db.prisma.conflict_answers.create({ data: { ...of, ...about, id: newId() } });
    expect(await mergePeople(desk, people.head, pairOf(a.personId, b.personId))).toMatchObject(
      refusalOf("gone"),
    );
    expect(await mergePeople(desk, people.archivist, pairOf(a.personId, b.personId))).toMatchObject(
      refusalOf("pointsElsewhere"),
    );
  });
});

/** All that somebody is shown of a person. */
async function seenBy(actor: Actor, personId: string): Promise<unknown> {
  const page = await readPerson(actor, personId, world.source);
  const { rows } = await readPersonEntries(actor, personId, null, world.source);
  const listed = await readPeople(actor, { q: "", born: null, place: "" }, null, world.source);
  return page && { page, rows, listed: listed.rows.find((one) => one.id === personId) };
}

const historyOf = async (actor: Actor): Promise<unknown> =>
  listHistory(
    world.db.steady,
    await loadReach(world.db.pool, actor),
    { act: "merge_people" },
    { old: false },
  );
