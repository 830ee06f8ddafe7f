import { episodes, type EpisodeKind } from "../episodes";
import type { Random } from "../random";
import { chanceOf } from "./chance";
import { materialCells } from "./materials";
import { caseCells, namedCells, personCells } from "./people";
import type { CorpusRow } from "./row";
import { shelfOf } from "./shelves";

/** The outline of a file, known without making its rows: the file after it may speak of its first accused. */
type Outline = {
  random: Random;
  kind: EpisodeKind;
  accused: number;
  /** What the next file has of the first accused: more papers of the case, or another case. */
  carries: "case" | "person" | null;
};

/** How many accused a file has: most one, some none, a few lists with dozens. */
function countAccused(random: Random, kind: EpisodeKind): number {
  if (kind.layout === "list") return random.chance(0.6) ? random.int(4, 14) : 0;
  const turn = random.next();
  if (turn < 0.18) return 0;
  return turn < 0.92 ? 1 : random.int(2, 6);
}

function outline(seed: number, nth: number): Outline {
  const random = chanceOf(seed, nth, 1);
  const kind: EpisodeKind = episodes[random.pick(shelfOf(nth).kinds)];
  const accused = countAccused(random, kind);
  const turn = random.next();
  const carries = accused === 0 || turn > 0.02 ? null : turn < 0.013 ? "case" : "person";
  return { random, kind, accused, carries };
}

/**
 * The rows of the nth file of a corpus: everybody named in it, then the documents that lie in it. The same for
 * the same seed, whatever the size of the corpus.
 */
export function makeCorpusFile(seed: number, nth: number): CorpusRow[] {
  const { random, kind, accused, carries } = outline(seed, nth);
  const { archive, fonds, inventory, number } = shelfOf(nth);
  const leaves = kind.layout === "list" ? random.int(40, 260) : random.int(30, 90 + accused * 20);
  const secret = random.chance(0.2);
  const reference: CorpusRow = { archive, fonds, inventory, fileNumber: number };
  const file: CorpusRow = {
    ...reference,
    ...{ fileTitle: titleOf(random, kind, accused), fileDates: random.pick(kind.dates) },
    sheets: sheetsOf(random, leaves),
    ...(secret ? { ownerAgency: random.pick(["IIM", "UQK"]), grade: "секретно" } : { grade: "нет" }),
  };
  const rows = Array.from({ length: accused }, (_, which): CorpusRow => {
    const codes = which === 0 && carries ? codesOf(nth, carries) : {};
    return {
      ...file,
      ...personCells(seed, nth, which, kind),
      ...caseCells(seed, nth, which, kind),
      ...codes,
    };
  });
  rows.push(...carriedOver(seed, nth).map((row) => ({ ...file, ...row })));
  const others = Array.from({ length: accused > 0 ? Math.max(random.int(0, 6) - 4, 0) : 0 }, () =>
    namedCells(random, kind),
  );
  // In some ten thousand files two of one name are named as the same: a table says a thing once.
  const named = new Map(others.map((cells) => [`${cells.role} ${cells.nameAsWritten}`, cells]));
  for (const cells of named.values()) rows.push({ ...file, ...cells });
  if (rows.length === 0) rows.push(file);
  const materials = materialCells(random, { kind, leaves, accused, secret });
  return [...rows, ...materials.map((cells) => ({ ...reference, ...cells }))];
}

const codesOf = (nth: number, carries: "case" | "person"): CorpusRow =>
  carries === "case" ? { personCode: `L${nth}`, caseCode: `C${nth}` } : { personCode: `L${nth}` };

/** The first accused of the file before, when its papers go on here. */
function carriedOver(seed: number, nth: number): CorpusRow[] {
  const before = nth - 1;
  if (nth === 0 || shelfOf(before).archive !== shelfOf(nth).archive) return [];
  const { kind, carries } = outline(seed, before);
  if (carries === null) return [];
  const person = { ...personCells(seed, before, 0, kind), ...codesOf(before, carries) };
  if (carries === "case") return [{ ...person, ...caseCells(seed, before, 0, kind), bond: "дополнительное" }];
  // Another case, told apart by its code: date and body may be those of the first.
  return [{ ...person, ...caseCells(seed, nth, 99, episodes.kulak), caseCode: `E${before}` }];
}

function titleOf(random: Random, kind: EpisodeKind, accused: number): string {
  if (accused === 0)
    return random.pick(["Переписка и списки", "Сводки и донесения", "Протоколы заседаний, копии"]);
  if (kind.layout === "list") return "Посемейный список";
  const charge = random.pick(kind.charges);
  const blank = random.chance(0.02) ? "\n" : " ";
  return `Архивно-следственное дело${blank}по ст. ${charge.article}: ${charge.text}`;
}

/** One file in twelve has a leaf with a letter, as leaves have that were found later. */
function sheetsOf(random: Random, leaves: number): string {
  if (random.chance(0.3)) return String(leaves);
  const extra = random.chance(0.12) ? `, ${random.int(2, leaves - 1)}а` : "";
  return `1–${leaves}${extra}`;
}
