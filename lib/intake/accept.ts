import { createHash } from "node:crypto";
import type { Clock } from "@/lib/clock";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import type { PrismaClient } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { lockIntake } from "@/lib/store/intake-units";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import type { Outcome } from "./problem";
import { propose } from "./propose";
import type { Importer } from "./proposal";
import { readUpload, type Upload } from "./read-upload";
import { hasChanges, type Reading, type Summary } from "./view";

export type Desk = { prisma: PrismaClient; clock: Clock; sample?: boolean };

/** A file to be imported, under the name by which the history will know it. */
export interface IntakeFile {
  name: string;
  bytes: Uint8Array;
  /** How a table is to be read; what is not said is found out. */
  reading?: Partial<Reading> | null;
}

export interface Accepting {
  file: IntakeFile;
  importer: Importer;
  actor: ActorSnapshot;
  /** What was shown. When the database has changed since, nothing is written and the new one is answered. */
  digest: string | null;
}

export type Accepted = { state: "accepted" | "stale"; summary: Summary };

export function hashFile(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What accepting the file would do now. Writes nothing. */
export async function proposeFile(
  desk: Pick<Desk, "prisma">,
  file: IntakeFile,
  importer: Importer,
): Promise<Outcome<Summary>> {
  const upload = await readUpload(file.bytes, file.name, file.reading);
  if (!upload.ok) return upload;
  return inTransaction(desk.prisma, async (tx) => {
    const proposal = await propose(tx, upload.value, importer);
    return proposal.ok ? { ok: true, value: proposal.value.summary } : proposal;
  });
}

/**
 * Imports a file: compares it once more and writes what is new and changed, with the history, in the
 * transaction given. New files, people and cases arrive closed and archived. A file that changes nothing
 * leaves no trace.
 */
export async function acceptIn(
  tx: Tx,
  desk: Desk,
  accepting: Accepting,
  upload: Upload,
): Promise<Outcome<Accepted>> {
  const { file, importer, actor, digest } = accepting;
  await lockIntake(tx);
  const proposal = await propose(tx, upload, importer);
  if (!proposal.ok) return proposal;
  const { summary, write } = proposal.value;
  if (digest !== null && digest !== summary.digest) return { ok: true, value: { state: "stale", summary } };
  const at = desk.clock();
  const entries = await write(tx, at);
  if (hasChanges(summary)) {
    const imported = importedEntry({ name: file.name, sha256: hashFile(file.bytes) }, summary);
    const drafts = [{ payload: imported }, ...entries];
    await append(
      tx,
      drafts.map((entry) => ({ ...entry, actor, at, sample: desk.sample === true })),
    );
  }
  return { ok: true, value: { state: "accepted", summary } };
}

/** Imports a file in a transaction of its own: the command line, the sample archive. */
export async function acceptFile(desk: Desk, accepting: Accepting): Promise<Outcome<Accepted>> {
  const { bytes, name, reading } = accepting.file;
  const upload = await readUpload(bytes, name, reading);
  if (!upload.ok) return upload;
  return inTransaction(desk.prisma, (tx) => acceptIn(tx, desk, accepting, upload.value));
}

/** The import itself, as the history keeps it. */
export function importedEntry({ name, sha256 }: { name: string; sha256: string }, summary: Summary) {
  return { kind: "imported", file: name, sha256, counts: countsOf(summary) } as const;
}

function countsOf(summary: Summary): Record<string, number> {
  const counts = Object.entries(summary.counts).flatMap(([noun, tally]) => [
    [`${noun}_added`, tally.added] as const,
    [`${noun}_changed`, tally.changed] as const,
  ]);
  return { ...Object.fromEntries(counts), problems: summary.problemCount };
}
