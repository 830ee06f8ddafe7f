import { printReceipt, type Receipt } from "@/lib/ledger/receipt";
import type { Actor } from "@/lib/law/actor";
import { appPool, type Queryable } from "@/lib/store/client";
import { loadProvenEntry, type ProvenEntry } from "@/lib/store/entry-proof";
import { entryReader, proveLeaf } from "./prove";
import { ownPublicKeys } from "./read";

export type Proven = { seq: string; receipt: Receipt; line: string };

/** A receipt of an entry; `waiting` while no witnessed head covers it; null where there is no such entry. */
export async function readReceiptOf(
  actor: Actor,
  by: { seq: string } | { signature: string },
): Promise<Proven | "waiting" | null> {
  const db = appPool();
  const entry = await loadProvenEntry(db, await entryReader(db, actor), by);
  return entry && proveEntry(db, entry, (await ownPublicKeys())?.quorum ?? 1);
}

/** The receipt of an entry that somebody may see; `waiting` while it cannot be proven. */
export async function proveEntry(
  db: Queryable,
  entry: ProvenEntry,
  quorum: number,
): Promise<Proven | "waiting"> {
  const { index, seq, bytes, salt, statement, passkey } = entry;
  const proof = index === null ? null : await proveLeaf(db, index, quorum);
  if (index === null || !proof) return "waiting";
  const text = bytes.toString("utf8");
  const receipt = { checkpoint: proof.head.note, text, salt, index, proof: proof.path, statement, passkey };
  return { seq, receipt, line: printReceipt(receipt) };
}
