import { expect, test } from "vitest";
import { matrix, notYet } from "@/e2e/matrix/matrix";
import { mayPass, players, type Player } from "@/e2e/matrix/players";
import { titleOf, type Row } from "@/e2e/matrix/row";
import { routeMatrix } from "@/e2e/matrix/routes";
import { law, worksLaw } from "@/lib/law/law";

/**
 * Whom a word of the law's `by` column admits, in the situation in which the matrix tries it. A standing admits
 * by what the person is in this very matter, so it stands here beside the row's subject.
 */
const admits: Record<string, string> = {
  archivist: "archivist",
  expert: "expert stranger",
  head: "head",
  representative: "representative",
  member: "member",
  chair: "chair",
  deputy: "deputy",
  secretary: "secretary",
  auditor: "auditor",
  administrator: "administrator",
  regional: "regional",
  reader_of_it: "archivist expert stranger head member chair deputy secretary",
  author_of_it: "expert",
  /** A legal act waits: secretaries alone act there. */
  "anyone_there at entered": "secretary",
  /** An archivist attested the file. */
  "opener at attested": "archivist",
  /** Only the author has a place while the case is studied. */
  "slot_holder at study": "expert",
};

/** A regional chair is a chair wherever the law asks for no body: around proceedings, never in one. */
const inWorks: Record<string, string> = { ...admits, chair: "chair regional" };

type Article = { article: string; by: readonly string[] };
const articles = new Map<string, Article & { words: Record<string, string> }>([
  ...law.map((row) => [row.article, { ...row, words: admits }] as const),
  ...worksLaw.map((row) => [row.article, { ...row, words: inWorks }] as const),
]);

const namedIn = (row: { law?: string }): string[] => row.law?.split(" ") ?? [];

function admitted(row: Row): Set<string> {
  const words = namedIn(row).flatMap((name) => {
    const article = articles.get(name);
    if (!article) throw new Error(`${titleOf(row)} goes by ${name}, which the law does not have`);
    return article.by.map((by) => {
      const players = article.words[by] ?? article.words[`${by} at ${row.on ?? ""}`];
      if (!players) throw new Error(`${titleOf(row)}: nobody said whom "${by}" admits there`);
      return players;
    });
  });
  return new Set(words.join(" ").split(" "));
}

test.each(matrix.filter((row) => row.law).map((row) => [titleOf(row), row] as const))(
  "%s lets past whom the law lets act",
  (_, row) => {
    const known = players.filter((player) => player !== row.leaveOut);
    const lawful = admitted(row);
    const let_ = (player: Player): boolean => mayPass(row, player);
    expect(known.filter(let_)).toEqual(known.filter((player) => lawful.has(player)));
  },
);

test("every article of the law is tried by an action or a route, or it says why not", () => {
  const tried = new Set([...matrix, ...routeMatrix].flatMap(namedIn));
  const untried = [...articles.keys()].filter((article) => !tried.has(article) && !(article in notYet));
  expect(untried).toEqual([]);
  const needless = Object.keys(notYet).filter((article) => tried.has(article) || !articles.has(article));
  expect(needless).toEqual([]);
});

test("no row of the matrix stands there twice, and none lets nobody past", () => {
  const titles = matrix.map(titleOf);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  expect(matrix.filter((row) => !players.some((player) => mayPass(row, player))).map(titleOf)).toEqual([]);
});
