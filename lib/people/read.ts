import { readDate } from "@/lib/archive/dates";
import type { Actor } from "@/lib/law/actor";
import { compareNames } from "@/lib/names/compare";
import { nameTokens, searchKey } from "@/lib/names/tokens";
import { entryPage, listEntries } from "@/lib/store/entries";
import { listBodiesOf } from "@/lib/store/file-page";
import {
  findLike,
  listPersons,
  loadPerson,
  type PersonPlace,
  type PersonRow,
  type PersonShown,
} from "@/lib/store/persons";
import type { Queryable } from "@/lib/store/client";
import { loadReach, type Reach } from "@/lib/store/reach";
import { loadCaseHeld, type CaseHeld } from "@/lib/store/registration";
import { seenSubjects } from "@/lib/store/reach";
import { voidsOf } from "@/lib/units/edit";
import { isId, ownSource, worksOpen, type Source } from "@/lib/units/read";
import { noVoids, type Voids } from "@/lib/units/view";
import type { LikePerson } from "./view";

/** Below this the words that were typed have too little in common with a name to be worth a look. */
const leastFit = 0.72;
const mostLike = 8;

/** Registered people whose names are like this one, likest first, with why, letter by letter. */
export async function readLike(
  actor: Actor,
  name: string,
  birth: string,
  { pool }: Source = ownSource(),
): Promise<LikePerson[]> {
  const key = searchKey(name);
  if (key.replace(/ /g, "").length < 3) return [];
  const found = await findLike(pool, await loadReach(pool, actor), key, 40);
  const born = readDate(birth);
  return found
    .map((person) => likenessOf(person, name, born))
    .filter((person) => person.fit >= leastFit)
    .sort((a, b) => Number(a.otherYear) - Number(b.otherYear) || b.score - a.score)
    .slice(0, mostLike);
}

/** How much of the shorter name the other one holds: somebody who types a surname alone wants all who bear it. */
function fitOf(a: string, b: string, score: number): number {
  const [mine, theirs] = [nameTokens(a).length, nameTokens(b).length];
  return Math.min(1, (score * (mine + theirs)) / 2 / Math.max(1, Math.min(mine, theirs)));
}

function likenessOf(
  person: PersonRow,
  name: string,
  born: { from: string | null; to: string | null },
): LikePerson {
  const spellings = [person.name, ...person.variants].map((text) => {
    const likeness = compareNames(name, text);
    return { text, ...likeness, fit: fitOf(name, text, likeness.score) };
  });
  const [main] = spellings;
  const likest = spellings.reduce((a, b) => (b.score > a.score ? b : a));
  // The name itself tells more than a variant that happens to be spelled the same.
  const best = main && main.fit >= leastFit ? main : likest;
  const { from, to } = born;
  const excluded = Boolean(
    (to && person.birthFrom && to < person.birthFrom) || (from && person.birthTo && from > person.birthTo),
  );
  return {
    id: person.id,
    name: person.name,
    matched: best.text,
    reasons: [...best.reasons],
    score: best.score,
    fit: best.fit,
    birthText: person.birthText,
    birthPlace: person.birthPlace,
    otherYear: excluded,
    cases: person.cases.map(({ id, stage, dateText }) => ({ id, stage, dateText })),
  };
}

export type PeoplePage = {
  rows: (PersonRow & { match?: LikePerson })[];
  next: PersonPlace | null;
  total: number | null;
};

/** People by name; with a text, those whose names are like it in any script, likest first. */
export async function readPeople(
  actor: Actor,
  q: string,
  at: PersonPlace | null,
  { pool }: Source = ownSource(),
): Promise<PeoplePage> {
  const reach = await loadReach(pool, actor);
  if (q.trim() === "") return listPersons(pool, reach, at);
  return { rows: (await findPeople(pool, reach, q)).slice(0, 50), next: null, total: null };
}

export type PersonFound = PersonRow & { match: LikePerson };

/** Everybody whose name is enough like this one, likest first. */
export async function findPeople(db: Queryable, reach: Reach, q: string): Promise<PersonFound[]> {
  const found = await findLike(db, reach, searchKey(q), 200);
  return found
    .map((person) => ({ ...person, match: likenessOf(person, q, { from: null, to: null }) }))
    .filter((person) => person.match.fit >= leastFit)
    .sort((a, b) => b.match.fit - a.match.fit || b.match.score - a.match.score);
}

export type PersonPage = { person: PersonShown; edits: boolean; decided: boolean; voids: Voids };

export async function readPerson(
  actor: Actor,
  id: string,
  source: Source = ownSource(),
): Promise<PersonPage | null> {
  if (!isId(id)) return null;
  const person = await loadPerson(source.pool, await loadReach(source.pool, actor), id);
  if (!person) return null;
  const { edit_person: edits } = await worksOpen(actor, { personId: id }, ["edit_person"], source);
  const decided = person.cases.some((one) => one.stage === "rehabilitated");
  const voids = edits ? await voidsOf(source.tx, "identity", { personId: id }) : noVoids;
  return { person, edits, decided, voids };
}

export type CaseForm = { held: CaseHeld; edits: boolean; voids: Voids };

/** A case as its form holds it; null where there is none for this person. */
export async function readCaseForm(
  actor: Actor,
  caseId: string,
  source: Source = ownSource(),
): Promise<CaseForm | null> {
  if (!isId(caseId)) return null;
  const reach = await loadReach(source.pool, actor);
  const subject = { id: caseId, fileId: null, caseId };
  if (!(await seenSubjects(source.tx, reach, [subject])).has(caseId)) return null;
  const held = await loadCaseHeld(source.tx, caseId);
  if (!held) return null;
  const { edit_case: edits } = await worksOpen(actor, { caseId }, ["edit_case"], source);
  return { held, edits, voids: edits ? await voidsOf(source.tx, "identity", { caseId }) : noVoids };
}

export async function readPersonEntries(
  actor: Actor,
  personId: string,
  before: number | null,
  { pool } = ownSource(),
) {
  const rows = await listEntries(pool, await loadReach(pool, actor), { personId }, before);
  return { rows: rows.slice(0, entryPage), older: rows.length > entryPage ? rows[entryPage - 1]!.seq : null };
}

export const readBodies = (_actor: Actor, kinds: readonly string[], { pool } = ownSource()) =>
  listBodiesOf(pool, kinds);
