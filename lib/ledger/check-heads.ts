import { readCheckpoint, type Checkpoint } from "@/lib/ledger/checkpoint";
import type { Fault } from "@/lib/ledger/fault";
import type { VerifierKey } from "@/lib/ledger/keys";

/** Whom the person who checks believes, and what they know from before. */
export type Trust = {
  readonly log: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
  /** How many of the witnesses a checkpoint needs. */
  readonly quorum: number;
  /** Checkpoints kept from before, as text. */
  readonly seen?: readonly string[];
  /** The time of the check (seconds since 1970), where the clock here may be believed. */
  readonly now?: number;
};

/** A head that the entries must give. `own`: kept by the person who checks, whoever cosigned it. */
export type Claim = {
  readonly size: number;
  readonly root: Buffer;
  readonly own: boolean;
  readonly proves: boolean;
  readonly seconds: number | null;
};

/** The second from which on enough witnesses had signed; null when they are too few. */
export function witnessedAt({ witnesses }: Checkpoint, quorum: number): number | null {
  const times = witnesses.map(({ seconds }) => seconds).sort((a, b) => a - b);
  return times[quorum - 1] ?? null;
}

/** The checkpoints of a bundle (null for a line that is none) with what is wrong with each; ascending, as they must stand. */
export function readHeads(
  notes: readonly (string | null)[],
  trust: Trust,
): { claims: Claim[]; faults: Fault[] } {
  const claims: Claim[] = [];
  const faults: Fault[] = [];
  let before = -1;
  notes.forEach((text, nth) => {
    const fault = (what: string): void =>
      void faults.push({
        code: "checkpoint",
        at: `checkpoint line ${nth + 1}`,
        index: null,
        what,
        since: null,
      });
    if (text === null) return;
    const read = readCheckpoint(text, trust.log, trust.witnesses);
    if (!read) return fault("is no checkpoint");
    if (!read.signed) fault("is not signed by the log");
    if (read.unknown.length > 0) fault(`has a false or unknown signature: ${read.unknown.join(", ")}`);
    if (read.size <= before) fault("does not stand in the order of size");
    before = read.size;
    if (read.signed) claims.push(claimOf(read, trust, false));
  });
  return { claims, faults };
}

/** The checkpoints kept from before. Throws a TypeError for one that the log did not sign. */
export function readSeen(trust: Trust): Claim[] {
  return (trust.seen ?? []).map((text, nth) => {
    const read = readCheckpoint(text, trust.log, trust.witnesses);
    if (!read?.signed) throw new TypeError(`checkpoint ${nth + 1} given: is none that this log has signed`);
    return claimOf(read, trust, true);
  });
}

function claimOf(read: Checkpoint, trust: Trust, own: boolean): Claim {
  const seconds = witnessedAt(read, trust.quorum);
  return { size: read.size, root: read.root, own, proves: own || seconds !== null, seconds };
}
