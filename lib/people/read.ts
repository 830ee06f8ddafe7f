import { readDate } from "@/lib/archive/dates";
import type { Actor } from "@/lib/law/actor";
import { searchKey } from "@/lib/names/tokens";
import { entryPage, listEntries } from "@/lib/store/entries";
import { listBodiesOf } from "@/lib/store/file-page";
import {
  listRegistrations,
  listSettled,
  loadPairSaid,
  type PairSaid,
  type Registration,
} from "@/lib/store/person-pairs";
import { loadPerson, loadPersonRows, type PersonRow, type PersonShown } from "@/lib/store/persons";
import { loadReach, seenSubjects, type Reach } from "@/lib/store/reach";
import { loadCaseHeld, type CaseHeld } from "@/lib/store/registration";
import { voidsOf } from "@/lib/units/edit";
import { isId, ownSource, worksOpen, type Source } from "@/lib/units/read";
import { noVoids, type Voids } from "@/lib/units/view";
import { askFor, askedBy, bornOf, findPeople, findPlaces, type PeopleAsk } from "./find-people";
import { listPeople, type PersonPlace } from "./list-people";
import { leastFit, likenessOf } from "./likeness";
import type { LikePerson } from "./view";

const mostLike = 8;
/** So many are compared letter by letter, the likest of whom are shown. */
const mostCompared = 40;

/** Registered people whose names are like this one, likest first, with why, letter by letter. */
export async function readLike(
  actor: Actor,
  name: string,
  birth: string,
  { pool }: Source = ownSource(),
): Promise<LikePerson[]> {
  if (searchKey(name).replace(/ /g, "").length < 3) return [];
  const reach = await loadReach(pool, actor);
  const like = await compared(pool, reach, { text: name, most: mostCompared, unfinished: true }, birth);
  return like.filter((person) => person.fit >= leastFit).slice(0, mostLike);
}

/** Those who may be meant, likest first; whoever was born in other years behind them. */
async function compared(
  pool: Source["pool"],
  reach: Reach,
  ask: PeopleAsk,
  birth: string,
): Promise<LikePerson[]> {
  const born = readDate(birth);
  return (await loadPersonRows(pool, reach, await findPlaces(pool, reach, ask)))
    .map((person) => likenessOf(person, ask.text, born))
    .sort((a, b) => Number(a.otherYear) - Number(b.otherYear) || b.score - a.score);
}

const mostSuggested = 8;

/** The likest of those whom a name may mean that is still being typed. */
export async function readSuggested(
  actor: Actor,
  q: string,
  { pool }: Source = ownSource(),
): Promise<LikePerson[]> {
  if (searchKey(q).length < 2) return [];
  const reach = await loadReach(pool, actor);
  const found = await findPeople(pool, reach, { ...askedBy(q), most: mostSuggested, unfinished: true });
  // What has not been typed yet is no difference.
  return found.map(({ match }) => ({ ...match, reasons: match.reasons.filter(({ from }) => from !== "") }));
}

export type PeopleSearch = { q: string; born: number | null; place: string };

/** What the form of the search asks for, as its address has it. */
export function readPeopleSearch(raw: {
  readonly [name: string]: string | string[] | undefined;
}): PeopleSearch {
  const text = (name: string): string =>
    typeof raw[name] === "string" ? raw[name].slice(0, 200).trim() : "";
  const born = Number(text("born"));
  return {
    q: text("q"),
    born: Number.isInteger(born) && born >= 1700 && born <= 2100 ? born : null,
    place: text("place"),
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
  search: PeopleSearch,
  at: PersonPlace | null,
  { pool }: Source = ownSource(),
): Promise<PeoplePage> {
  const reach = await loadReach(pool, actor);
  if (search.q === "") return listPeople(pool, reach, bornOf(search), at);
  return { rows: await findPeople(pool, reach, askFor(search)), next: null, total: null };
}

export type PersonPage = {
  person: PersonShown;
  /** The same person, registered once more. */
  registrations: Registration[];
  edits: boolean;
  /** May say who is one person and who are two. */
  compares: boolean;
  decided: boolean;
  voids: Voids;
};

export async function readPerson(
  actor: Actor,
  id: string,
  source: Source = ownSource(),
): Promise<PersonPage | null> {
  if (!isId(id)) return null;
  const reach = await loadReach(source.pool, actor);
  const registrations = await listRegistrations(source.pool, reach, id);
  const person = await loadPerson(
    source.pool,
    reach,
    id,
    registrations.map((one) => one.id),
  );
  if (!person) return null;
  const { edit_person: edits, merge_people: compares } = await worksOpen(
    actor,
    { personId: id },
    ["edit_person", "merge_people"],
    source,
  );
  const decided = person.cases.some((one) => one.stage === "rehabilitated" && !one.under);
  const voids = edits ? await voidsOf(source.tx, "identity", { personId: id }) : noVoids;
  return { person, registrations, edits, compares, decided, voids };
}

/** Alike enough to ask whether they are one. */
const suspectFit = 0.85;

/**
 * Who may be the same person and nobody has said: of a like name in any script, not born in years that exclude one
 * another. A likeness is a question to whoever reads the files, never an answer.
 */
export async function readAlike(
  actor: Actor,
  { id, name, birthText }: Pick<PersonShown, "id" | "name" | "birthText">,
  source: Source = ownSource(),
): Promise<LikePerson[]> {
  const { pool } = source;
  const [reach, settled] = [await loadReach(pool, actor), await listSettled(pool, id)];
  const ask = { text: name, most: mostCompared + settled.size };
  return (await compared(pool, reach, ask, birthText ?? ""))
    .filter((one) => one.fit >= suspectFit && !one.otherYear && !settled.has(one.id))
    .slice(0, mostLike);
}

export type Comparison = {
  first: PersonShown;
  second: PersonShown;
  said: PairSaid | null;
  compares: boolean;
};

/** Two registrations side by side, and what has been said of them; null where one of them is not there for this reader. */
export async function readComparison(
  actor: Actor,
  [firstId, secondId]: readonly [string, string],
  source: Source = ownSource(),
): Promise<Comparison | null> {
  if (!isId(firstId) || !isId(secondId) || firstId === secondId) return null;
  const reach = await loadReach(source.pool, actor);
  const [first, second] = await Promise.all([
    loadPerson(source.pool, reach, firstId, []),
    loadPerson(source.pool, reach, secondId, []),
  ]);
  if (!first || !second) return null;
  const [said, { merge_people: compares }] = await Promise.all([
    loadPairSaid(source.pool, firstId, secondId),
    worksOpen(actor, { personId: firstId }, ["merge_people"], source),
  ]);
  return { first, second, said, compares };
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
