import { createHash } from "node:crypto";
import type { Desk } from "@/lib/accounts/act";
import type { Actor } from "@/lib/law/actor";
import { holds } from "@/lib/law/actor";
import type { TransferRefusal } from "@/lib/law/transferring";
import { badInput, done, refused, type Result } from "@/lib/result";
import { transferReach } from "@/lib/store/transfer-reach";
import { listArchives, listOwnNumbers } from "@/lib/store/transfers";
import { inTransaction, type Reader } from "@/lib/store/transaction";
import { readAccessions } from "./read-accessions";
import { takeStepIn, type TransferResult } from "./take-step";
import type { AccessionTable } from "./view";
import { announcementOrder } from "./write";

type Refusing<V> = Promise<Result<V, TransferRefusal>>;
const onlyArchivists = refused<TransferRefusal>({ article: "P20", condition: "heldRole" });

/** What a table would announce, and what is wrong with it by row and column; nothing is written. */
export async function checkAccessions(desk: Desk, actor: Actor, csv: string): Refusing<AccessionTable> {
  if (!holds(actor, "archivist")) return onlyArchivists;
  return done(await tableOf(desk.prisma, actor, csv));
}

async function tableOf(
  db: Reader,
  actor: Actor,
  csv: string,
  numbers: "all" | "of this table" = "all",
): Promise<AccessionTable> {
  const { archives } = transferReach(actor);
  const others = await listArchives(db);
  const own = others.filter(({ id }) => archives.includes(id));
  const taken = numbers === "all" ? await listOwnNumbers(db, archives) : [];
  return readAccessions(csv, { own, others, taken: new Set(taken) });
}

/** Announces every row of a table, or none (P20). The same table sent twice under one key announces nothing twice. */
export async function announceAccessions(
  desk: Desk,
  actor: Actor,
  { key, csv }: { key: string; csv: string },
): Refusing<{ announced: number }> {
  if (!holds(actor, "archivist")) return onlyArchivists;
  try {
    return await inTransaction(desk.prisma, async (tx) => {
      const before = await tableOf(tx, actor, csv);
      const table = isRepeated(before) ? await tableOf(tx, actor, csv, "of this table") : before;
      if (table.problems.length > 0) return badInput({ csv: "tableProblems" });
      for (const { row, from, to, said } of table.rows) {
        const id = idOf(key, row);
        const order = announcementOrder(actor, { ...said, id, fromId: from.id, toId: to.id });
        const taken = await takeStepIn(tx, desk, actor, order);
        if (!taken.ok) throw Object.assign(new Error("a row of a table was refused"), { stopped: taken });
      }
      return done({ announced: table.rows.length });
    });
  } catch (fault) {
    const { stopped } = fault as { stopped?: Exclude<TransferResult, { ok: true }> };
    if (stopped) return stopped;
    throw fault;
  }
}

/** Numbers that are given already may have been given by this very table: the steps say so, each for itself. */
const isRepeated = ({ problems }: AccessionTable): boolean =>
  problems.length > 0 && problems.every(({ code }) => code === "numberTaken");

/** An id of the row of a table: the same table under the same key has the same. */
function idOf(key: string, row: number): string {
  const hex = createHash("sha256").update(`${key} ${row}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
