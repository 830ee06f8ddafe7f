import type pg from "pg";
import { dayOf, systemClock } from "@/lib/clock";
import { normaliseReference, parseReference } from "@/lib/archive/reference";
import type { Actor } from "@/lib/law/actor";
import type { Work } from "@/lib/law/acts";
import { decideWork } from "@/lib/law/decide-work";
import { openTo, type OpenAct } from "@/lib/law/open-to";
import { appClient, appPool } from "@/lib/store/client";
import {
  listBodiesOf,
  listLinkedCases,
  listMaterials,
  listNamed,
  listWords,
  loadFile,
} from "@/lib/store/file-page";
import { entryPage, listEntries } from "@/lib/store/entries";
import { loadMatters, loadRules } from "@/lib/store/matters";
import { loadReach } from "@/lib/store/reach";
import { loadWorkFacts, type About } from "@/lib/store/touched";
import type { Tx } from "@/lib/store/transaction";
import {
  listChildren,
  listFiles,
  loadUnit,
  type FileFilter,
  type FilesFound,
  type UnitPlace,
} from "@/lib/store/units";
import { voidsOf } from "./edit";
import { fileWorks, noVoids, type Branch, type FilePage, type TreeNode } from "./view";

/** Where to read from: the pool for lists, and what the law's own loaders ask through. */
export type Source = { pool: pg.Pool; tx: Pick<Tx, "$queryRawUnsafe"> };
export const ownSource = (): Source => ({ pool: appPool(), tx: appClient() });

export type Tree = { branch: Branch; open: ReadonlyMap<string, number> };

/**
 * The tree as far as it is open: `open` holds, by unit, the position at which its page of children begins. Without
 * it the archives themselves are open. Null for who does not see the archive as a whole.
 */
export async function readTree(
  actor: Actor,
  open: ReadonlyMap<string, number> | null,
  { pool } = ownSource(),
): Promise<Tree | null> {
  const reach = await loadReach(pool, actor);
  if (!reach.all) return null;
  const shown = new Map(open ?? []);
  const branch = async (parent: string | null, from: number): Promise<Branch> => {
    const { rows, next } = await listChildren(pool, reach, parent, from);
    const nodes: TreeNode[] = [];
    for (const row of rows) {
      if (!open && parent === null) shown.set(row.id, 0);
      const at = row.hasChildren ? shown.get(row.id) : undefined;
      nodes.push({ ...row, children: at === undefined ? null : await branch(row.id, at) });
    }
    return { nodes, from, next };
  };
  return { branch: await branch(null, open?.get("root") ?? 0), open: shown };
}

export type FileQuery = Omit<FileFilter, "text"> & { q?: string };

/** What a query asks for: a reference in any of the usual styles, or words of the title. */
export function fileFilterOf({ q, ...filter }: FileQuery): FileFilter {
  return q?.trim() ? { ...filter, text: { words: q.trim(), reference: referenceKey(q) } } : filter;
}

export async function readFiles(actor: Actor, query: FileQuery, { pool } = ownSource()): Promise<FilesFound> {
  return listFiles(pool, await loadReach(pool, actor), fileFilterOf(query));
}

/** What is typed as it stands in the key of a reference; null for words without a number. */
export function referenceKey(text: string): string | null {
  const read = parseReference(text);
  const parts =
    read.ok && read.value.fonds ? read.value : { archive: null, fonds: null, inventory: null, file: text };
  const key = normaliseReference(parts).replace(/^\|+|\|+$/g, "");
  return /\d/.test(text) && key !== "" ? key : null;
}

export async function readUnit(actor: Actor, id: string, { pool } = ownSource()): Promise<UnitPlace | null> {
  return isId(id) ? loadUnit(pool, await loadReach(pool, actor), id) : null;
}

export async function readChildren(actor: Actor, id: string, from: number, { pool } = ownSource()) {
  return listChildren(pool, await loadReach(pool, actor), id, from);
}

/** A file with what this person may do to it, judged by the same rows as the acts themselves. */
export async function readFile(actor: Actor, id: string, source = ownSource()): Promise<FilePage | null> {
  if (!isId(id)) return null;
  const file = await loadFile(source.pool, await loadReach(source.pool, actor), id);
  if (!file) return null;
  const may = await worksOpen(actor, { fileId: id }, fileWorks, source);
  return {
    file,
    may,
    opening: file.proceeding ? [] : await openingOf(actor, id, source),
    voids:
      may.count_sheets || may.divide_spans ? await voidsOf(source.tx, "file_body", { fileId: id }) : noVoids,
  };
}

/** Which of these works the law opens to the actor here. */
export async function worksOpen<W extends Work>(
  actor: Actor,
  about: About,
  asked: readonly W[],
  { tx }: Source,
): Promise<Record<W, boolean>> {
  const facts = await loadWorkFacts(tx, actor.accountId, about);
  const judged = asked.map(
    (work) => [work, decideWork({ ...facts, work, offices: actor.offices }).granted] as const,
  );
  return Object.fromEntries(judged) as Record<W, boolean>;
}

async function openingOf(actor: Actor, fileId: string, { tx }: Source): Promise<readonly OpenAct[]> {
  const now = systemClock();
  const wanted = { proceedings: [], kind: "declassification" as const, files: [fileId], cases: [] };
  const matter = (await loadMatters(tx, wanted, actor.accountId, dayOf(now))).get(fileId);
  if (!matter) return [];
  const rules = await loadRules(tx, now);
  const { conflict, deputyFor, kind, proceeding, file } = matter;
  const { accountId: id, offices, keyed } = actor;
  const cooling = actor.coolingUntil > now.getTime();
  const who = { id, offices, conflict, deputyFor, cooling, keyed };
  return openTo({ actor: who, kind, proceeding, file, case: null, rules, terms: {} });
}

export async function readMaterials(actor: Actor, id: string, { pool } = ownSource()) {
  return listMaterials(pool, await loadReach(pool, actor), id);
}
export async function readNamed(actor: Actor, id: string, { pool } = ownSource()) {
  return listNamed(pool, await loadReach(pool, actor), id);
}
export async function readLinkedCases(actor: Actor, id: string, { pool } = ownSource()) {
  return listLinkedCases(pool, await loadReach(pool, actor), id);
}
export const readAgencies = (_actor: Actor, { pool } = ownSource()) => listBodiesOf(pool, ["agency"]);
export const readWords = (_actor: Actor, names: readonly string[], { pool } = ownSource()) =>
  listWords(pool, names);

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** History of a file, newest first; `older` is where the next page begins. */
export async function readFileEntries(
  actor: Actor,
  fileId: string,
  before: number | null,
  { pool } = ownSource(),
) {
  const rows = await listEntries(pool, await loadReach(pool, actor), { fileId }, before);
  return { rows: rows.slice(0, entryPage), older: rows.length > entryPage ? rows[entryPage - 1]!.seq : null };
}
