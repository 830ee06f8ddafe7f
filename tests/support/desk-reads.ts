import type pg from "pg";
import { findMeant } from "@/lib/cases/find-meant";
import { readCases, readCaseSearch } from "@/lib/cases/read-list";
import { readBacklog } from "@/lib/cases/read-queue";
import type { Actor } from "@/lib/law/actor";
import { readLike, readPeople, readPeopleSearch, readSuggested } from "@/lib/people/read";
import type { Connection } from "@/lib/store/client";
import { countQueue, loadQueue } from "@/lib/store/queue";
import { loadReach } from "@/lib/store/reach";
import { readFiles } from "@/lib/units/read";

const texts = [
  "Ахметов",
  "Akhmetova Kua1",
  "Байтурсын",
  "ковал",
  "Сейфулин Алихан",
  "Auezov",
  "Ф. 10. Оп. 2",
  "Нетов",
];
const searches: Record<string, string>[] = [
  {},
  ...texts.map((q) => ({ q })),
  ...[{ region: "karaganda" }, { stage: "archived" }, { year: "1937", sort: "name" }, { sort: "year" }],
  ...[{ waiting: "conflict" }, { waiting: "open", sort: "name", down: "1" }],
];

export type DeskRead = { name: string; read: () => Promise<unknown> };

/** Everything that somebody lists, searches, counts and is suggested at the desk. */
export function deskReads({ pool, prisma }: Pick<Connection, "pool" | "prisma">, actor: Actor): DeskRead[] {
  const source = { pool, tx: prisma };
  const reads: DeskRead[] = searches.map((params) => ({
    name: `cases ${JSON.stringify(params)}`,
    read: async () => {
      const { rows, total, counts, more } = await readCases(actor, readCaseSearch(params), pool);
      return [rows, total, Object.entries(counts).map(([facet, of]) => [facet, [...of].sort()]), more];
    },
  }));
  for (const q of ["", ...texts]) {
    const born = { born: "1897", place: "каркар" };
    reads.push(
      { name: `people ${q}`, read: () => readPeople(actor, readPeopleSearch({ q }), null, source) },
      { name: `born ${q}`, read: () => readPeople(actor, readPeopleSearch({ q, ...born }), null, source) },
      { name: `suggested ${q}`, read: () => readSuggested(actor, q, source) },
      { name: `like ${q}`, read: () => readLike(actor, q, "1897", source) },
      { name: `meant ${q}`, read: async () => findMeant(pool, await loadReach(pool, actor), q) },
      { name: `files ${q}`, read: () => readFiles(actor, { q }, source) },
    );
  }
  const [day, steady] = ["2026-11-20", steadyOf(pool)];
  reads.push(
    { name: "queue", read: async () => loadQueue(pool, actor, await loadReach(pool, actor), day, {}) },
    { name: "count", read: async () => countQueue(steady, actor, await loadReach(pool, actor), day) },
    { name: "backlog", read: async () => readBacklog(pool, actor, await loadReach(pool, actor)) },
  );
  return reads;
}

const steadyOf = (pool: pg.Pool): Connection["steady"] => ({
  query: (statement, values) => pool.query(statement.text, values),
});
