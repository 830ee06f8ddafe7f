import { parseHead } from "@/lib/ledger/checkpoint";
import { printVerifierKey } from "@/lib/ledger/keys";
import { parseNote } from "@/lib/ledger/note";
import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { readHalt } from "@/lib/store/ledger";
import {
  checkpointPage,
  listCheckpoints,
  listWitnesses,
  readCheckpointAt,
  readLedgerNow,
} from "@/lib/store/ledger-desk";
import { mayExport } from "./exporter";
import { readKeeperSettings } from "./keepers";
import { readPublicKeys, type PublicKeys } from "./public-keys";
import { parseHalt, type Halt, type ProofsPage } from "./view";

/** Why nothing can be entered now, for everybody who is signed in; null while all is well. */
export async function readHalted(): Promise<Halt | null> {
  const halt = await readHalt(appPool());
  return halt && (parseHalt(halt.reason) ?? { why: "other", witnessed: 0, here: 0, by: halt.reason });
}

/** The public keys of this installation; null before the worker has made them. */
export const ownPublicKeys = (): Promise<PublicKeys | null> =>
  readPublicKeys(readKeeperSettings(process.env));

/** A checkpoint as it is kept outside; null where there is none of that size, or it is none of theirs. */
export async function readCheckpointNote(actor: Actor, size: number): Promise<string | null> {
  return mayExport(actor) ? readCheckpointAt(appPool(), size) : null;
}

/** How far the history is signed and witnessed, for an auditor; null for everybody else. */
export async function readProofs(actor: Actor, below: number | null): Promise<ProofsPage | null> {
  if (!mayExport(actor)) return null;
  const db = appPool();
  const [now, signedBy, rows, keys] = await Promise.all([
    readLedgerNow(db),
    listWitnesses(db),
    listCheckpoints(db, below),
    ownPublicKeys(),
  ]);
  const checkpoints = rows.slice(0, checkpointPage).map(({ size, at, note, witnesses }) => {
    const root = parseHead(parseNote(note)?.body ?? "")?.root.toString("hex") ?? "";
    return { size, at: at.toISOString(), root, witnesses };
  });
  return {
    ...now,
    signed: now.signed && { ...now.signed, at: now.signed.at.toISOString() },
    logKey: keys && printVerifierKey(keys.log),
    quorum: keys?.quorum ?? 0,
    witnesses: (keys?.witnesses ?? []).map((key) => {
      const row = signedBy.find(({ witness }) => witness === key.name);
      const last = row ? { size: row.size, at: row.at.toISOString() } : null;
      return { name: key.name, key: printVerifierKey(key), last };
    }),
    checkpoints,
    next: rows.length > checkpointPage ? (checkpoints.at(-1)?.size ?? null) : null,
  };
}
