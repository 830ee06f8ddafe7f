import { parseHead, type Head } from "@/lib/ledger/checkpoint";
import { checkConsistency, printConsistency } from "@/lib/ledger/consistency";
import { proveConsistency } from "@/lib/ledger/merkle-proof";
import { parseNote } from "@/lib/ledger/note";
import { withNodes } from "@/lib/ledger/tiles";
import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { readRow } from "@/lib/store/ledger";
import { listCheckpoints, listNearest, readCheckpointAt } from "@/lib/store/ledger-desk";
import { mayExport } from "./exporter";
import { ownPublicKeys } from "./read";
import type { ConsistencyAsked, ConsistencyPage } from "./view-consistency";

type Found = { from: number; to: number; line: string; heads: [Head, Head]; proof: readonly Buffer[] };

/** The proof between two signed heads; null where one of them is none, or this person has no business with them. */
export async function readConsistency(actor: Actor, { from, to }: ConsistencyAsked): Promise<Found | null> {
  if (!mayExport(actor) || from === null || to === null || from < 1 || from > to) return null;
  const db = appPool();
  const [older, newer] = await Promise.all([readCheckpointAt(db, from), readCheckpointAt(db, to)]);
  const heads = [older, newer].map((note) => note && parseHead(parseNote(note)?.body ?? ""));
  if (!older || !newer || !heads[0] || !heads[1]) return null;
  const rows = (level: number, first: number, last: number) => readRow(db, level, first, last);
  const proof = await withNodes(rows, (read) => proveConsistency(read, from, to));
  const line = printConsistency({ older, newer, proof });
  return { from, to, line, heads: [heads[0], heads[1]], proof };
}

/**
 * What the desk shows: the sizes to choose from, and whether the two that are chosen agree; at first the newest and the
 * oldest of the newest. Null for everybody but the auditor.
 */
export async function readConsistencyPage(
  actor: Actor,
  given: ConsistencyAsked,
): Promise<ConsistencyPage | null> {
  if (!mayExport(actor)) return null;
  const db = appPool();
  const newest = await listCheckpoints(db, null);
  const usual = { from: newest.at(-1)?.size ?? null, to: newest[0]?.size ?? null };
  const asked = given.from === null && given.to === null ? usual : given;
  const [found, keys] = await Promise.all([readConsistency(actor, asked), ownPublicKeys()]);
  const whole = found && keys && checkConsistency(found.line, { ...keys, now: undefined });
  const shown = async (size: number) => {
    const [row] = await listCheckpoints(db, size + 1);
    const root = row && parseHead(parseNote(row.note)?.body ?? "")?.root.toString("hex");
    return { size, root: root ?? "", at: row?.at.toISOString() ?? "", witnesses: row?.witnesses ?? [] };
  };
  return {
    asked,
    sizes: newest.map(({ size }) => size),
    problem: found ? null : await problemOf(asked),
    found: found && {
      ...{ older: await shown(found.from), newer: await shown(found.to) },
      holds: whole?.faults.length === 0,
      steps: found.proof.map((hash) => hash.toString("hex")),
    },
  };
}

/** Why there is nothing between the two, and what there would be. */
async function problemOf({ from, to }: ConsistencyAsked): Promise<ConsistencyPage["problem"]> {
  if (from === null || to === null) return null;
  if (from < 1 || from > to) return { is: "order" };
  for (const size of [from, to]) {
    if ((await readCheckpointAt(appPool(), size)) === null)
      return { is: "missing", size, near: await listNearest(appPool(), size) };
  }
  return null;
}
