import { printAtom } from "@/lib/intake/atom-print";
import { printEad } from "@/lib/intake/ead-print";
import { ownRecord } from "@/lib/intake/own-export";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { appPool, type Queryable } from "@/lib/store/client";
import type { ReadingClient } from "@/lib/store/cursor";
import { loadReach, type Reach } from "@/lib/store/reach";
import { loadExportRoot, readBelow, sourceIdsDiffer, type ExportRoot } from "@/lib/store/unit-export";
import { loadUnit } from "@/lib/store/units";
import { isId } from "./read";
import type { ExportFormat } from "./schema";
import { streamOf, type Pool } from "./stream";

export type ExportOrder = { id: string; format: ExportFormat; purpose: string };
export type Exported = { reference: string; body: ReadableStream<Uint8Array> };

/**
 * The description of a unit and of everything below it that this person may see, as a file to be sent. Taking it away
 * is an act of its own (X1), which stands in the history with its purpose. Null where there is no such unit for them.
 */
export async function exportUnits(
  desk: Desk,
  actor: Actor,
  { id, format, purpose }: ExportOrder,
  pool: Pool = appPool(),
): Promise<Exported | null> {
  if (!isId(id)) return null;
  const reach = await loadReach(pool, actor);
  if (!(await loadUnit(pool, reach, id))) return null;
  const root = await loadExportRoot(pool, id);
  if (!root) return null;
  const facts = { kind: format, unit: id, reference: root.refPath, purpose };
  const about = root.isFile ? { fileId: id } : {};
  const touch = () => Promise.resolve({ value: null, facts, about });
  // Whoever may see a unit may take its description away, of whatever archive they are: the guard is not about the file.
  const entered = await performWork(desk, actor, {
    work: "export_description",
    about: {},
    reads: true,
    touch,
  });
  if (!entered.ok) return null;
  const at = desk.clock().toISOString();
  const body = streamOf(pool, (db) => printUnits(db, reach, { root, format, at }));
  return { reference: root.reference || root.title, body };
}

type Printing = { root: ExportRoot; format: ExportFormat; at: string };

async function* printUnits(
  client: ReadingClient,
  reach: Reach,
  { root, format, at }: Printing,
): AsyncGenerator<string, void> {
  const bySource = await namesBySource(client, reach, root, format);
  const parts = readBelow(client, reach, root.id);
  if (format === "atom") {
    yield* printAtom(parts, { bySource });
    return;
  }
  const record = root.source?.startsWith("ead:") ? root.source.slice("ead:".length) : ownRecord(root.id);
  const agency = root.archive?.ru ?? root.refPath;
  yield* printEad(parts, { record, title: root.title, agency, at, bySource });
}

/** A whole record is given back under the names that it came with, where each is there once. */
async function namesBySource(
  db: Queryable,
  reach: Reach,
  { id, source }: ExportRoot,
  format: ExportFormat,
): Promise<boolean> {
  const own = format === "atom" ? "atom:" : "ead:";
  return source !== null && source.startsWith(own) && (await sourceIdsDiffer(db, reach, id));
}
