import type { Connection } from "@/lib/store/client";
import { append, type EntryDraft } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { unanswered } from "@/tests/law/support/cast";
import { newWorld, type World } from "@/tests/law/world";
import { office } from "../office";
import type { Peopled } from "./people";

/** What the files and cases of one world are in the database, by the number that the model has for them. */
export type Placed = {
  files: readonly string[];
  cases: readonly string[];
  /** Another case of the same name and year for each that has a likely duplicate; it has no files. */
  twins: ReadonlyMap<number, string>;
  /** A file that never was secret, a supporting one of every case: drafts cite it, each case a side of its own. */
  open: string;
  /** A file that stays closed: what a draft may not cite. */
  closed: string;
};

const leaves = 40;
const sides = leaves * 2;
/** The two spans of a file, as the model has them. */
export const halves = [
  { from: 0, to: leaves - 1, basis: "the first half" },
  { from: leaves, to: sides - 1, basis: "the second half" },
] as const;
const longAgo = new Date("2020-02-01");

/** Builds in the database what the model begins with. Ids are made here, so that worlds stand side by side. */
export async function begin(db: Connection, people: Peopled): Promise<{ world: World; placed: Placed }> {
  const world = newWorld();
  const placed: Placed = {
    files: world.files.map(() => newId()),
    cases: world.cases.map(() => newId()),
    twins: new Map(world.cases.flatMap((c, n) => (c.duplicatesOpen > 0 ? [[n, newId()] as const] : []))),
    open: newId(),
    closed: newId(),
  };
  await placeFiles(db, people, world, placed);
  await placeCases(db, people, world, placed);
  await answerNone(db, people, world, placed);
  await arrive(db, placed);
  await openByAttest(db, people, placed.open);
  return { world, placed };
}

async function placeFiles(db: Connection, people: Peopled, world: World, placed: Placed): Promise<void> {
  const all = [...placed.files, placed.open, placed.closed];
  const named = { position: 0, level: "file", title: "Дело", body_id: people.bodies.archive! };
  await db.prisma.units.createMany({
    data: all.map((id) => ({ ...named, id, reference: id, ref_path: id, ref_key: id })),
  });
  const gradeOf = (n: number): string | null =>
    world.files[n]?.grade ?? (all[n] === placed.closed ? "secret" : null);
  const counted = { foliation: `1–${leaves}`, leaf_count: leaves, counted_at: longAgo };
  await db.prisma.files.createMany({ data: all.map((id, n) => ({ ...counted, id, grade: gradeOf(n) })) });
  await db.prisma.file_owners.createMany({
    data: world.files.flatMap((file, n) =>
      file.owners.map((agency) => ({ file_id: placed.files[n]!, agency_id: people.bodies[agency]! })),
    ),
  });
  await db.prisma.spans.createMany({
    data: world.files.flatMap(({ spans }, n) =>
      spans.map(({ secrecy, ownerId, access }, half) => ({
        ...{ id: newId(), file_id: placed.files[n]!, from_pos: halves[half]!.from, to_pos: halves[half]!.to },
        ...{ secrecy, grade: ownerId && "secret", owner_id: ownerId && people.bodies[ownerId]! },
        ...{ basis: secrecy && halves[half]!.basis, access },
      })),
    ),
  });
}

async function placeCases(db: Connection, people: Peopled, world: World, placed: Placed): Promise<void> {
  const all = [...placed.cases, ...placed.twins.values()];
  const persons = all.map(() => newId());
  const twinOf = new Map([...placed.twins].map(([n, id]) => [id, persons[n]!]));
  await db.prisma.persons.createMany({
    data: persons.map((id, n) => ({ id, name: "Somebody", search_key: twinOf.get(all[n]!) ?? id })),
  });
  await db.prisma.cases.createMany({
    data: all.map((id, n) => ({
      ...{ id, person_id: persons[n]!, episode: "1937" },
      group_id: people.bodies[world.cases[n]?.groupId ?? "group"]!,
      regional_body_id: people.bodies[world.cases[n]?.regionalBodyId ?? ""] ?? null,
    })),
  });
  await db.prisma.charges.createMany({
    data: placed.cases.flatMap((case_id) =>
      ["58-10", "58-11"].map((article, position) => ({ id: newId(), case_id, position, article })),
    ),
  });
  await db.prisma.case_files.createMany({
    data: world.cases.flatMap(({ links }, n) => [
      ...links.map(({ file, required }) => ({
        ...{ case_id: placed.cases[n]!, file_id: placed.files[file]! },
        bond: required ? "required" : "supporting",
      })),
      { case_id: placed.cases[n]!, file_id: placed.open, bond: "supporting" },
    ]),
  });
}

/** Most people have answered for every case before the model begins; the clerks as well, who only set out. */
async function answerNone(db: Connection, people: Peopled, world: World, placed: Placed): Promise<void> {
  const before = Object.entries(people.actors).filter(([name]) => !unanswered.includes(name));
  await db.prisma.conflict_answers.createMany({
    data: before.flatMap(([, { accountId }]) =>
      placed.cases.map((case_id) => ({
        ...{ id: newId(), account_id: accountId, case_id, answer: "none", at: longAgo },
      })),
    ),
  });
}

async function arrive(db: Connection, placed: Placed): Promise<void> {
  const actor = { id: null, name: "set-up", role: null, body: null, delegation: null };
  const come = (what: "file" | "case", id: string): EntryDraft => ({
    ...{ actor, at: longAgo, payload: { kind: "arrived", what, id, source: null, hash: "" } },
  });
  const files = [...placed.files, placed.open, placed.closed].map((id) => come("file", id));
  const cases = [...placed.cases, ...placed.twins.values()].map((id) => come("case", id));
  await append(db.prisma, [...files, ...cases]);
}

/** No statement opens a file but a decision. */
async function openByAttest(db: Connection, { clerks }: Peopled, file: string): Promise<void> {
  const { done } = office(db);
  const subject = { kind: "declassification", id: file } as const;
  const proceeding = await done(clerks[0], { act: "attest", subject });
  await done(clerks[1], { act: "confirm", proceeding, basis: "Register" });
}
