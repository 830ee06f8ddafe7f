import { readCheckpoint } from "@/lib/ledger/checkpoint";
import { printVerifierKey } from "@/lib/ledger/keys";
import { splitEntry } from "@/lib/ledger/closed";
import { leafOrRest } from "@/lib/ledger/leaf";
import { witnessedAt } from "@/lib/ledger/check-heads";
import { climb } from "@/lib/ledger/merkle-verify";
import type { Actor } from "@/lib/law/actor";
import { appPool, type Queryable } from "@/lib/store/client";
import { loadProvenEntry } from "@/lib/store/entry-proof";
import { listHistory, unplanned } from "@/lib/store/history";
import { readProvingCheckpoint } from "@/lib/store/ledger-desk";
import { entryReader, proveLeaf, type Proof } from "./prove";
import type { PublicKeys } from "./public-keys";
import { ownPublicKeys } from "./read";
import type { EntryEvidence, EntryPage, EntryStanding } from "./view-entry";

/**
 * An entry of the history with what proves it, by its number or that of a signature; null where the list of the history
 * does not show it to this person.
 */
export async function readEntryPage(
  actor: Actor,
  by: { seq: string } | { signature: string },
): Promise<EntryPage | null> {
  const db = appPool();
  const reader = await entryReader(db, actor);
  const [entry, keys] = await Promise.all([loadProvenEntry(db, reader, by), ownPublicKeys()]);
  if (!entry) return null;
  const { rows } = await listHistory(
    unplanned(db),
    reader.reach,
    { seqs: [entry.seq] },
    { everything: reader.unattached },
  );
  const [row] = rows;
  if (!row) return null;
  const { index, bytes, salt } = entry;
  const leaf = leafOrRest(bytes, salt);
  const proof = index === null ? null : await proveLeaf(db, index, keys?.quorum ?? 1);
  const evidence = proof && keys && evidenceOf(proof, { index: index!, leaf }, keys);
  const { payload } = row.entry;
  return {
    ...{ row, index, leaf: leaf.toString("hex"), salt: salt.toString("hex"), bytes: bytes.toString("utf8") },
    closed: commitmentOf(bytes, salt),
    signed: payload.kind === "act" && payload.signature !== null,
    standing: evidence?.standing ?? (await waitsFor(db, index, keys)),
    evidence: evidence?.shown ?? null,
    keys: keys ? [keys.log, ...keys.witnesses].map(printVerifierKey) : [],
  };
}

/** What an entry that no witnessed head covers waits for. */
async function waitsFor(
  db: Queryable,
  index: number | null,
  keys: PublicKeys | null,
): Promise<EntryStanding> {
  if (index === null) return { is: "place" };
  const head = await readProvingCheckpoint(db, index, 0);
  const read = head && keys && readCheckpoint(head.note, keys.log, keys.witnesses);
  if (!head || !read) return { is: "head" };
  return { is: "witnesses", size: head.size, seen: read.witnesses.length, wanted: keys.quorum };
}

type Place = { index: number; leaf: Buffer };

/** Proven is what leads to a root that the log signed and enough witnesses: judged here, from the entry as it stands. */
function evidenceOf(
  { head, path }: Proof,
  { index, leaf }: Place,
  keys: PublicKeys,
): { standing: EntryStanding; shown: EntryEvidence | null } {
  const read = readCheckpoint(head.note, keys.log, keys.witnesses);
  const steps = climb({ index, size: head.size, leafHash: leaf, proof: path });
  if (!read || !steps) return { standing: { is: "broken", size: head.size }, shown: null };
  const reached = Buffer.from(steps.at(-1)?.gives ?? leaf);
  const seconds = witnessedAt(read, keys.quorum);
  const holds = read.signed && reached.equals(read.root) && (seconds !== null || keys.quorum === 0);
  const at = (of: number): string => new Date(of * 1000).toISOString();
  return {
    standing: holds
      ? { is: "proven", size: head.size, at: seconds === null ? null : at(seconds) }
      : { is: "broken", size: head.size },
    shown: {
      ...{ size: head.size, signedAt: head.at.toISOString(), origin: read.origin, note: head.note },
      ...{ root: read.root.toString("hex"), reached: reached.toString("hex") },
      steps: steps.map(({ side, hash }) => ({ side, hash: Buffer.from(hash).toString("hex") })),
      witnesses: read.witnesses.map(({ name, seconds: signed }) => ({ name, at: at(signed) })),
    },
  };
}

function commitmentOf(bytes: Buffer, salt: Buffer): string | null {
  try {
    const { closed } = splitEntry(JSON.parse(bytes.toString("utf8")), salt).open;
    return typeof closed === "string" ? closed : null;
  } catch {
    // What was altered in the table need not be an entry any more; the page says that it is not proven.
    return null;
  }
}
