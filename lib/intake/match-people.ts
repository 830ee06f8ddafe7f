import { compareNames } from "@/lib/names/compare";
import type { KnownMention, KnownPerson } from "@/lib/store/intake-table";
import { pairByKeys } from "./difference";
import type { PersonEntry } from "./entries";
import { foldText } from "./row-keys";

/** A clerk's slip of the pen, not another name. */
const ALIKE = 0.88;

/** A person in one of the files that mention them. */
interface Place {
  person: KnownPerson;
  file: string;
}

const isCoded = (key: string | null): boolean => key?.startsWith("code#") ?? false;

/** What the source said last; where there was no import, what is there now. */
const wasSaid = ({ name, birth_text, birth_place, imported }: KnownPerson) => ({
  name: imported?.name ?? name,
  birth: imported?.birth ?? birth_text ?? "",
  birthPlace: imported?.birthPlace ?? birth_place ?? "",
});

/**
 * Who of a table is whom. A code decides. Without one people are looked for within the same file alone: by
 * name, birth and place, by the key of an earlier import, by name, and at last by nearly the same name.
 */
export function matchPeople(
  entries: readonly PersonEntry[],
  known: readonly KnownPerson[],
  mentions: readonly KnownMention[],
  fileIds: ReadonlyMap<string, string>,
): Map<PersonEntry, KnownPerson> {
  const coded = pairByKeys(
    entries.filter(({ key }) => isCoded(key)),
    known,
    [[({ key }) => key, ({ source_key }) => source_key]],
  );
  const uncoded = entries.filter(({ key }) => !isCoded(key));
  const within = matchWithinFiles(uncoded, placesOf(known, mentions), fileIds);
  return new Map([...coded, ...[...within].map(([entry, { person }]) => [entry, person] as const)]);
}

function placesOf(known: readonly KnownPerson[], mentions: readonly KnownMention[]): Place[] {
  const people = new Map(known.map((person) => [person.id, person]));
  const seen = new Set<string>();
  return mentions.flatMap(({ person_id, file_id }) => {
    const person = people.get(person_id ?? "");
    const place = `${person_id}#${file_id}`;
    if (!person || seen.has(place)) return [];
    seen.add(place);
    return [{ person, file: file_id }];
  });
}

function matchWithinFiles(
  entries: readonly PersonEntry[],
  places: readonly Place[],
  fileIds: ReadonlyMap<string, string>,
): Map<PersonEntry, Place> {
  const inFile =
    (part: (entry: PersonEntry) => string) =>
    (entry: PersonEntry): string | null => {
      const file = fileIds.get(entry.fileKey);
      return file === undefined ? null : `${file}#${part(entry)}`;
    };
  const full = (name: string, birth: string, place: string): string =>
    [name, birth, place].map(foldText).join("#");
  const fullOf = ({ person }: Place): string => {
    const { name, birth, birthPlace } = wasSaid(person);
    return full(name, birth, birthPlace);
  };
  const pairs = pairByKeys(entries, places, [
    // Namesakes who are alike in everything are told apart by the order in which they came.
    [
      inFile(({ name, birth, birthPlace, key }) => `${full(name, birth, birthPlace)}#${key}`),
      (place) => place.person.source_key && `${place.file}#${fullOf(place)}#${place.person.source_key}`,
    ],
    [
      inFile(({ name, birth, birthPlace }) => full(name, birth, birthPlace)),
      (place) => `${place.file}#${fullOf(place)}`,
    ],
    [inFile(({ key }) => key), ({ person, file }) => person.source_key && `${file}#${person.source_key}`],
    [inFile(({ name }) => foldText(name)), ({ person, file }) => `${file}#${foldText(wasSaid(person).name)}`],
  ]);
  const taken = new Set(pairs.values());
  const left = places.filter((place) => place.person.source_key !== null && !taken.has(place));
  for (const [entry, place] of pairNearlyAlike(
    entries.filter((entry) => !pairs.has(entry)),
    left,
    fileIds,
  )) {
    pairs.set(entry, place);
  }
  return pairs;
}

/** The same birth and nearly the same name in the same file: the spelling has been corrected. */
function pairNearlyAlike(
  entries: readonly PersonEntry[],
  places: readonly Place[],
  fileIds: ReadonlyMap<string, string>,
): Map<PersonEntry, Place> {
  const key = (file: string, birth: string): string => `${file}#${foldText(birth)}`;
  const waiting = new Map<string, Place[]>();
  for (const place of places) {
    const at = key(place.file, wasSaid(place.person).birth);
    waiting.set(at, [...(waiting.get(at) ?? []), place]);
  }
  const pairs = new Map<PersonEntry, Place>();
  for (const entry of entries) {
    const there = waiting.get(key(fileIds.get(entry.fileKey) ?? "", entry.birth)) ?? [];
    const near = there.findIndex(
      ({ person }) => compareNames(wasSaid(person).name, entry.name).score >= ALIKE,
    );
    const [place] = near < 0 ? [] : there.splice(near, 1);
    if (place) pairs.set(entry, place);
  }
  return pairs;
}
