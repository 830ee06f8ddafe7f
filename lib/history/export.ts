import { createHash } from "node:crypto";
import type pg from "pg";
import { leafOrRest } from "@/lib/ledger/leaf";
import {
  checkpointLine,
  entryLine,
  headerLine,
  stateLines,
  trailerLine,
  type BundleKind,
} from "@/lib/ledger/bundle";
import { inOneMoment } from "@/lib/store/ledger";
import { countEntries, readCheckpoints, readExport } from "@/lib/store/ledger-export";
import { readLiveState } from "@/lib/store/live-state";

export type ExportOptions = { kind: BundleKind; origin: string; quorum: number };

/**
 * Writes the whole history with its proofs and the tables beside it, as it stood at one moment, line by line
 * (docs/ledger.md, "Bundle"). Nothing is judged here: what is wrong with it is for the check to say.
 */
export async function exportHistory(
  client: pg.ClientBase,
  { kind, origin, quorum }: ExportOptions,
  write: (line: string) => void | Promise<void>,
): Promise<void> {
  const digest = createHash("sha256");
  const put = (line: string): void | Promise<void> => {
    digest.update(`${line}\n`);
    return write(line);
  };
  await inOneMoment(
    client,
    async () => {
      const [entries, notes] = [await countEntries(client), await readCheckpoints(client, quorum)];
      await put(headerLine({ kind, origin, entries, checkpoints: notes.length }));
      for (const note of notes) await put(checkpointLine(note));
      for await (const rows of readExport(client)) {
        for (const { index, bytes, salt, hash } of rows) {
          const text = bytes?.toString("utf8") ?? null;
          const [known, own] = [salt ?? Buffer.alloc(0), bytes ?? Buffer.alloc(0)];
          await put(entryLine(kind, index, { text, salt: known, leaf: hash ?? leafOrRest(own, known) }));
        }
      }
      for (const line of stateLines(await readLiveState(client))) await put(line);
    },
    "read only",
  );
  await write(trailerLine(digest.digest("hex")));
}
