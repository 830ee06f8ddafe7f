import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldAll } from "@/lib/ledger/fold";
import type { Entry } from "@/lib/ledger/entry";
import { register } from "@/lib/people/perform";
import { editCase, editPerson, linkFile } from "@/lib/people/perform-edits";
import { readCaseForm, readLike, readPeople, readPerson } from "@/lib/people/read";
import { caseEdit, personEdit, registration } from "@/lib/people/schema";
import { newId } from "@/lib/store/id";
import { bodies } from "@/tests/support/people";
import { aDraft, aFile, noConflicts } from "@/tests/support/records";
import { atSigning, openWorld, refusalOf, type World } from "@/tests/units/world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const common = {
  bond: "required",
  episode: "1937",
  category: "alash",
  region: "karaganda",
  organ: "troika_unkvd",
  organText: "тройка УНКВД",
  dateText: "ноябрь 1937",
  // As the form sends them: what was left empty in a row is null.
  charges: JSON.stringify([{ article: "58-10", text: null }, { article: "58-11" }]),
  measures: JSON.stringify([{ kind: "execution", text: null, dateText: "1937" }]),
};
const identity = { variants: "[]", sex: "m", birthText: "1889" };

async function accused(fileId: string, name: string, more: object = {}) {
  const wanted = registration.parse({ fileId, name, ...identity, ...common, ...more });
  const result = await register(world.desk, world.people.archivist, wanted);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const searched = (q: string) => ({ q, born: null, place: "" });

const eventsOf = async (caseId: string): Promise<Entry[]> => {
  const { rows } = await world.db.pool.query<{ entry: Entry }>(
    "select convert_from(bytes, 'UTF8')::json as entry from events where case_id = $1 order by seq",
    [caseId],
  );
  return rows.map((row) => row.entry);
};

describe("registering from a file", () => {
  test("co-accused one after another: each a person, a case, the link and the name in the file", async () => {
    const { db, people, source } = world;
    const fileId = await aFile(db);
    const first = await accused(fileId, "Қоңыратов Есім Байділдәұлы", {
      variants: JSON.stringify([{ script: "ru", kind: "variant", text: "Конуратов Есим" }]),
    });
    const second = await accused(fileId, "Пак Ден Хва");
    expect(second.caseId).not.toBe(first.caseId);
    const kase = await db.prisma.cases.findUniqueOrThrow({
      where: { id: first.caseId },
      include: { charges_case_id: true, measures_case_id: true, case_files_case_id: true },
    });
    expect(kase).toMatchObject({
      stage: "archived",
      episode: "1937",
      organ: "troika_unkvd",
      date_edtf: "1937-11",
    });
    expect(kase.charges_case_id.map((c) => c.article).toSorted()).toEqual(["58-10", "58-11"]);
    expect(kase.measures_case_id).toMatchObject([{ kind: "execution", date_edtf: "1937" }]);
    expect(kase.case_files_case_id).toMatchObject([{ file_id: fileId, bond: "required" }]);
    const named = await db.prisma.mentions.findMany({ where: { file_id: fileId }, orderBy: { name: "asc" } });
    expect(named.map((m) => [m.role, m.access, m.person_id !== null])).toEqual([
      ["accused", "closed", true],
      ["accused", "closed", true],
    ]);
    const events = await eventsOf(first.caseId);
    expect(events.map((e) => e.payload.kind)).toEqual(["arrived", "work"]);
    expect(foldAll(events).cases.get(first.caseId)).toMatchObject({
      stage: "archived",
    });
    const page = await readPerson(people.archivist, first.personId, source);
    expect(page?.person).toMatchObject({ name: "Қоңыратов Есім Байділдәұлы", cases: [{ id: first.caseId }] });
  });

  test("the same person gets a second case; nobody else may register, and then nobody is there", async () => {
    const { db, desk, people } = world;
    const fileId = await aFile(db);
    const first = await accused(fileId, "Вебер Мария Андреевна");
    const again = await accused(fileId, "Веберъ Марія", { personId: first.personId, episode: "1941" });
    expect(again.personId).toBe(first.personId);
    const before = await db.prisma.persons.count();
    const wanted = registration.parse({ fileId, name: "X Y", ...identity, ...common });
    expect(await register(desk, people.expert, wanted)).toMatchObject(refusalOf("heldRole"));
    const stranger = registration.parse({ ...common, ...identity, fileId, name: "X Y", personId: newId() });
    expect(await register(desk, people.archivist, stranger)).toMatchObject(refusalOf("gone"));
    expect(await db.prisma.persons.count()).toBe(before);
  });
});

describe("like names", () => {
  test("are found across scripts, with what was bridged, and years that exclude one another", async () => {
    const { db, people, source } = world;
    const fileId = await aFile(db);
    const { personId } = await accused(fileId, "Әуезов Мұхтар", { birthText: "1897" });
    for (const typed of ["Ауэзов Мухтар", "Auezov Mukhtar"]) {
      const found = await readLike(people.archivist, typed, "1897", source);
      expect(found[0], typed).toMatchObject({ id: personId, otherYear: false });
    }
    const [russian] = await readLike(people.archivist, "Ауэзов Мухтар", "1910", source);
    expect(russian).toMatchObject({ id: personId, otherYear: true });
    expect(russian?.reasons).toContainEqual({ from: "а", to: "ә" });
    expect(await readLike(people.archivist, "Ли", "", source)).toEqual([]);
    const search = await readPeople(people.archivist, searched("Ауэзов"), null, source);
    expect(search.rows.map((row) => row.id)).toContain(personId);
  });

  test("nobody of a file that one may not see is suggested, listed or shown", async () => {
    const { db, people, source } = world;
    const fileId = await aFile(db, { owner: bodies.interior });
    const { personId } = await accused(fileId, "Жасырынов Құпиябек");
    expect(await readLike(people.security, "Жасырынов Купиябек", "", source)).toEqual([]);
    expect((await readPeople(people.security, searched("Жасырынов"), null, source)).rows).toEqual([]);
    expect(await readPerson(people.security, personId, source)).toBeNull();
    expect(await readLike(people.interior, "Жасырынов Купиябек", "", source)).toMatchObject([
      { id: personId },
    ]);
    expect(await readPerson(people.administrator, personId, source)).toBeNull();
  });
});

describe("edits", () => {
  const personForm = async (id: string) => {
    const page = await readPerson(world.people.archivist, id, world.source);
    const { version, name, birthText, birthPlace, nationality } = page!.person;
    return {
      personId: id,
      version,
      name,
      birthText,
      birthPlace,
      nationality: nationality ?? undefined,
      told: 0,
    };
  };
  const parse = (form: object) =>
    personEdit.parse(Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null)));

  test("of what signatures cover voids them, told before; of the rest none; a stale one is refused", async () => {
    const { db, desk, people, act } = world;
    const { fileId, proceeding: d } = await atSigning(world);
    const { personId, caseId } = await accused(fileId, "Тлеуов Оразбай");
    await noConflicts(db, Object.values(people), [caseId]);
    await act(people.member2, { act: "sign", proceeding: d });
    await act(people.chair, { act: "sign", proceeding: d, basis: "decree" });
    const subject = { kind: "rehabilitation", id: caseId } as const;
    const proceeding = await act(people.secretary1, { act: "open", subject, motion: "own" });
    await act(people.head, { act: "assign_author", proceeding, assignee: people.expert.accountId });
    await act(people.head, { act: "assign_reader", proceeding, assignee: people.reader.accountId });
    await aDraft(db, caseId, fileId, people.expert.accountId);
    await act(people.expert, { act: "submit", proceeding });
    await act(people.reader, { act: "concur", proceeding });
    await act(people.member1, { act: "sign", proceeding, outcome: "full" });

    const form = await personForm(personId);
    const quiet = await editPerson(desk, people.archivist, parse({ ...form, nationality: "kazakh" }));
    expect(quiet).toMatchObject({ value: { voided: 0 } });
    const late = await editPerson(desk, people.archivist2, parse({ ...form, name: "Тілеуов Оразбай" }));
    expect(late).toMatchObject(refusalOf("stale"));
    const next = { ...(await personForm(personId)), name: "Тілеуов Оразбай" };
    expect(await editPerson(desk, people.archivist, parse(next))).toMatchObject({
      refusals: [{ condition: "voids", voids: { count: 2 } }],
    });
    const told = await editPerson(desk, people.archivist, parse({ ...next, told: 2 }));
    expect(told).toMatchObject({ value: { voided: 2 } });
    const p = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } });
    expect(p.step).toBe("study");
  });

  test("a charge is taken away and a late editor is told what is there now", async () => {
    const { db, desk, people, source } = world;
    const fileId = await aFile(db);
    const { caseId } = await accused(fileId, "Ким Пётр");
    const form = await readCaseForm(people.archivist, caseId, source);
    const edited = (charges: object[], version: number) =>
      caseEdit.parse({ ...common, caseId, version, charges: JSON.stringify(charges), episode: "1937" });
    const two = await editCase(desk, people.archivist, edited([{ article: "58-10" }], form!.held.version));
    expect(two).toMatchObject({ ok: true });
    const left = await db.prisma.charges.findMany({ where: { case_id: caseId } });
    expect(left.map((charge) => charge.article)).toEqual(["58-10"]);
    const stale = await editCase(desk, people.archivist, edited([], form!.held.version));
    expect(stale).toMatchObject({
      refusals: [{ condition: "stale", now: [{ what: "charges", value: "58-10" }] }],
    });
  });
});

describe("linking a file", () => {
  test("once in one way; a required file linked later moves no stage back", async () => {
    const { db, desk, people, act } = world;
    const { fileId, kase, proceeding } = await atSigning(world);
    await act(people.member2, { act: "sign", proceeding });
    await act(people.chair, { act: "sign", proceeding, basis: "decree" });
    const other = await aFile(db);
    const link = (bond: "required" | "supporting") =>
      linkFile(desk, people.archivist, { fileId: other, caseId: kase, bond });
    expect(await link("supporting")).toMatchObject({ ok: true });
    expect(await link("supporting")).toMatchObject(refusalOf("linkedAlready"));
    expect(await link("required")).toMatchObject({ ok: true });
    expect((await db.prisma.cases.findUniqueOrThrow({ where: { id: kase } })).stage).toBe("declassified");
    const foreign = await linkFile(desk, people.expert, { fileId, caseId: kase, bond: "supporting" });
    expect(foreign).toMatchObject(refusalOf("heldRole"));
  });
});
