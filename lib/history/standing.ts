import { log } from "@/lib/log";
import type { Head } from "@/lib/ledger/checkpoint";
import { readRoot } from "@/lib/ledger/merkle-proof";
import { withNodes } from "@/lib/ledger/tiles";
import type { Queryable } from "@/lib/store/client";
import { beginHalt, endHalt, readRow, readSize, treeUnreadable } from "@/lib/store/ledger";
import type { Keepers } from "./keepers";
import { printHalt, type Halt } from "./view";

/**
 * Compares the database with what the signer and the witnesses near by signed last. A database that is behind it,
 * or holds another history, would begin a second one: it is halted until it is the right one again.
 */
export async function checkStanding(db: Queryable, { signer, witnesses }: Keepers): Promise<Halt | null> {
  const here = await readSize(db);
  let halt: Halt | null = null;
  for (const keeper of [signer, ...witnesses]) {
    const last = (await keeper.last?.()) ?? null;
    if (!last) continue;
    const why = last.size > here ? "behind" : (await givesRoot(db, last)) ? null : "other";
    if (why && (!halt || last.size > halt.witnessed))
      halt = { why, witnessed: last.size, here, by: keeper.key.name };
  }
  await (halt ? beginHalt(db, printHalt(halt)) : endHalt(db));
  return halt;
}

async function givesRoot(db: Queryable, { size, root }: Head): Promise<boolean> {
  const rows = (level: number, from: number, to: number) => readRow(db, level, from, to);
  try {
    return (await withNodes(rows, (read) => readRoot(read, size))).equals(root);
  } catch (fault) {
    // A tree with holes is none that anybody signed; a connection that was lost says nothing about the tree.
    if (!treeUnreadable(fault)) throw fault;
    log.fault("tree_unreadable", fault);
    return false;
  }
}
