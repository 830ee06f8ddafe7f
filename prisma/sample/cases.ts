import { newId } from "@/lib/store/id";
import { searchKey } from "@/lib/names/tokens";
import type { Bodies, BodyName } from "./bodies";
import { birthText, episodes, type Charge, type EpisodeKind, type EpisodeName } from "./episodes";
import type { SampleFile } from "./files";
import type { Evidence } from "./materials";
import { inventName, type InventedName } from "./names";
import { places } from "./places";
import type { Random } from "./random";
import type { Records } from "./records";
import { dateColumns } from "./units";

export type SamplePerson = InventedName & { id: string; birth: string };

export type SampleCase = {
  id: string;
  person: SamplePerson;
  kind: EpisodeKind;
  file: SampleFile;
  evidence: Evidence;
  charges: readonly (Charge & { id: string })[];
  measure: string;
  date: string;
  year: string;
  regional: boolean;
};

type Desk = { records: Records; bodies: Bodies; random: Random; at: Date; registrar: string };
export type CaseSpec = {
  episode: EpisodeName;
  file: SampleFile;
  /** Which of the accused of the file. */
  nth?: number;
  person?: SamplePerson;
  date?: string;
  year?: string;
  charges?: readonly Charge[];
  regional?: boolean;
  group?: BodyName;
  supporting?: readonly SampleFile[];
  alsoRequired?: readonly SampleFile[];
};

/** Names already given: like names are told apart on purpose alone. */
const keys = new WeakMap<Bodies, Set<string>>();

export function makePerson(desk: Desk, kind: EpisodeKind, region: string): SamplePerson {
  const { random, records, bodies, at, registrar } = desk;
  const taken = keys.get(bodies) ?? new Set<string>();
  keys.set(bodies, taken);
  let named: InventedName;
  do {
    const sex = random.chance(kind.women) ? "f" : "m";
    named = inventName(random, random.pick(kind.nationalities), sex);
  } while (taken.has(searchKey(named.name)));
  taken.add(searchKey(named.name));
  const person = { ...named, id: newId(), birth: birthText(random, kind.born) };
  const place = random.pick(places[region] ?? [""]);
  addPerson(records, person, { birth_place: place, registered_by: registrar, created_at: at.toISOString() });
  return person;
}

/** Somebody else who is called the same. */
export function copyPerson(records: Records, like: SamplePerson, at: Date): SamplePerson {
  const person = { ...like, id: newId() };
  addPerson(records, person, { birth_place: null, registered_by: null, created_at: at.toISOString() });
  return person;
}

function addPerson(records: Records, person: SamplePerson, more: Record<string, string | null>): void {
  const { id, name, surname, given, patronymic, sex, nationality, birth, forms } = person;
  const row = { id, name, surname, given, patronymic, sex, nationality, ...more };
  records.add("persons", { ...row, ...dateColumns(birth, "birth"), search_key: searchKey(name) });
  for (const { script, kind, text } of forms) {
    const own = { id: newId(), person_id: id, script, kind, text };
    records.add("person_names", { ...own, search_key: searchKey(text) });
  }
}

/** A case with its charges, measures and files, and the accused named in each of them. */
export function makeCase(desk: Desk, spec: CaseSpec): SampleCase {
  const { records, random, bodies, at, registrar } = desk;
  const kind: EpisodeKind = episodes[spec.episode];
  const region = spec.regional ? "zhetisu" : random.pick(kind.regions);
  const person = spec.person ?? makePerson(desk, kind, region);
  const [id, date] = [newId(), spec.date ?? random.pick(kind.dates)];
  records.add("cases", {
    id,
    person_id: person.id,
    episode: spec.year ?? kind.episode,
    category: kind.category,
    region,
    organ: kind.organ,
    organ_text: kind.organText,
    ...dateColumns(date),
    group_id: bodies[spec.group ?? (kind.settlers ? "settlers" : "terror")].id,
    regional_body_id: spec.regional ? bodies.regional.id : null,
    registered_by: registrar,
    created_at: at.toISOString(),
  });
  const wanted = spec.charges ?? random.some(kind.charges, random.int(1, kind.charges.length));
  const charges = wanted.map((charge) => ({ ...charge, id: newId() }));
  for (const [position, { id: charge, article, text }] of charges.entries()) {
    records.add("charges", { id: charge, case_id: id, position, article, text });
  }
  const measure = random.pick(kind.measures);
  records.add("measures", {
    id: newId(),
    case_id: id,
    position: 0,
    kind: measure.kind,
    text: measure.text,
    ...dateColumns(date),
  });
  const required = [spec.file, ...(spec.alsoRequired ?? [])];
  const evidence = spec.file.evidence[spec.nth ?? 0]!;
  for (const file of required) link(desk, { caseId: id, person, file, bond: "required", evidence });
  for (const file of spec.supporting ?? []) link(desk, { caseId: id, person, file, bond: "supporting" });
  const year = spec.year ?? kind.episode;
  const known = { id, person, kind, file: spec.file, evidence, charges, date, year };
  return { ...known, measure: measure.text, regional: spec.regional === true };
}

type Link = {
  caseId: string;
  person: SamplePerson;
  file: SampleFile;
  bond: "required" | "supporting";
  evidence?: Evidence;
};

/** Ties a file to a case; the accused is named where the papers about them begin. */
function link({ records, at, registrar }: Desk, { caseId, person, file, bond, evidence }: Link): void {
  const linked = { linked_at: at.toISOString(), linked_by: registrar };
  records.add("case_files", { case_id: caseId, file_id: file.id, bond, ...linked });
  const named = { person_id: person.id, name: person.inSource, role: "accused", access: "closed" };
  const position = evidence?.identity[0] ?? null;
  records.add("mentions", { id: newId(), file_id: file.id, ...named, position, note: null });
}

const besides = [
  ["witness", "свидетель обвинения"],
  ["relative", "жена"],
  ["relative", "брат"],
  ["official", "сотрудник, ведший допрос"],
  ["informer", "источник по агентурному донесению"],
] as const;

/** Others named in an investigative file: each with an access answer of its own, closed until somebody gives it. */
export function nameOthers({ records, random }: Desk, file: SampleFile, kind: EpisodeKind): void {
  for (const [role, note] of random.some(besides, random.int(1, 4))) {
    const { inSource } = inventName(random, random.pick(kind.nationalities), note === "жена" ? "f" : "m");
    const row = { id: newId(), file_id: file.id, person_id: null, name: inSource, role, note };
    records.add("mentions", { ...row, access: role === "witness" ? "open" : "closed" });
  }
}
