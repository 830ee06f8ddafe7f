import type { EntryDraft } from "@/lib/store/events";
import type { Reach } from "@/lib/store/reach";
import type { PlainTx } from "@/lib/store/transaction";
import type { Leave, Summary } from "./view";

/** Who imports, and for which archive; the operator of the command line has none. */
export interface Importer {
  accountId: string;
  archiveId: string | null;
  /** What the importer may see; null for the command line. */
  reach: Reach | null;
  /** What of this import is left out by choice: when it is compared and, the same, when it is accepted. */
  leave?: Leave;
}

export type Entry = Pick<EntryDraft, "payload" | "about">;

/** What an import would do, and how it is done. */
export interface Proposal {
  summary: Summary;
  /** Writes all of it and tells what the history has to say about single subjects. */
  write: (tx: PlainTx, at: Date) => Promise<Entry[]>;
}
