import { proveInclusion } from "@/lib/ledger/merkle-proof";
import { printReceipt } from "@/lib/ledger/receipt";
import { withNodes } from "@/lib/ledger/tiles";
import { holds, type Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { loadProvenEntry } from "@/lib/store/entry-proof";
import { readRow } from "@/lib/store/ledger";
import { readProvingCheckpoint } from "@/lib/store/ledger-desk";
import { loadReach } from "@/lib/store/reach";
import { ownPublicKeys } from "./read";

/** A receipt of an entry; `waiting` while no witnessed head covers it; null where there is no such entry. */
export async function readReceiptOf(
  actor: Actor,
  by: { seq: string } | { signature: string },
): Promise<{ seq: string; line: string } | "waiting" | null> {
  const db = appPool();
  const everything = holds(actor, "auditor");
  const reader = { reach: await loadReach(db, actor), accountId: actor.accountId, everything };
  const entry = await loadProvenEntry(db, reader, by);
  if (!entry) return null;
  const { index, seq, bytes, salt, statement } = entry;
  const quorum = (await ownPublicKeys())?.quorum ?? 1;
  const head = index === null ? null : await readProvingCheckpoint(db, index, quorum);
  if (index === null || !head) return "waiting";
  const rows = (level: number, from: number, to: number) => readRow(db, level, from, to);
  const proof = await withNodes(rows, (read) => proveInclusion(read, index, head.size));
  const text = bytes.toString("utf8");
  return { seq, line: printReceipt({ checkpoint: head.note, text, salt, index, proof, statement }) };
}
