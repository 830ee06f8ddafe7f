import { birthText, type EpisodeKind } from "../episodes";
import { places } from "../places";
import type { Random } from "../random";
import { chanceOf } from "./chance";
import type { CorpusRow } from "./row";
import { inventCorpusName } from "./names";

/** Parts of a file from which a person and their case draw: far from the part of the file itself. */
const PERSON = 100;
const CASE = 10_000;

/** Who the accused of a file is, as a register describes them. */
export function personCells(seed: number, nth: number, which: number, kind: EpisodeKind): CorpusRow {
  const random = chanceOf(seed, nth, PERSON + which);
  const name = inventCorpusName(
    random,
    random.pick(kind.nationalities),
    random.chance(kind.women) ? "f" : "m",
  );
  const place = random.pick(places[random.pick(kind.regions)] ?? [""]);
  return {
    ...{ surname: name.surname, given: name.given, patronymic: name.patronymic },
    nameAsWritten: random.chance(0.7) ? name.heard : "",
    nameKazakh: random.chance(0.2) ? name.kazakh : "",
    nameRussian: random.chance(0.4) ? name.russian : "",
    nameLatin: random.chance(0.1) ? name.latin : "",
    birthDate: random.chance(0.1) ? `ок. ${random.int(...kind.born)}` : birthText(random, kind.born),
    birthPlace: place,
    role: "обвиняемый",
  };
}

/** What was done to them: charge, body, measure and when. */
export function caseCells(seed: number, nth: number, which: number, kind: EpisodeKind): CorpusRow {
  const random = chanceOf(seed, nth, CASE + which);
  const date = random.chance(0.02) ? "16-14 сентября 1940 г." : random.pick(kind.dates);
  return {
    ...{ episodeDate: date, body: kind.organText, charge: random.pick(kind.charges).article },
    ...{ measure: random.pick(kind.measures).text, measureDate: random.chance(0.4) ? date : "" },
    ...{ category: kind.category, region: random.pick(kind.regions) },
  };
}

/** Somebody who is only named: their names have an access answer of their own. */
export function namedCells(random: Random, kind: EpisodeKind): CorpusRow {
  const sex = random.chance(0.3) ? "f" : "m";
  const { heard } = inventCorpusName(random, random.pick(kind.nationalities), sex);
  return {
    nameAsWritten: heard,
    role: random.pick(["свидетель", "свидетель", "родственник", "осведомитель"]),
  };
}
