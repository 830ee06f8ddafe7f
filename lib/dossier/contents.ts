import type { BagFile } from "@/lib/files/write-bag";
import { readBlob } from "@/lib/files/blobs";
import { historySheet, printSheet } from "@/lib/history/csv";
import type { PublicKeys } from "@/lib/history/public-keys";
import { proveEntry } from "@/lib/history/receipt";
import type { Locale } from "@/lib/i18n/locales";
import { printVerifierKey } from "@/lib/ledger/keys";
import type { Queryable } from "@/lib/store/client";
import { loadProvenEntry, type EntryReader } from "@/lib/store/entry-proof";
import { readProvingCheckpoint } from "@/lib/store/ledger-desk";
import { describeCase, describeProceeding } from "./describe";
import type { Dossier } from "./dossier";

type Reading = { db: Queryable; reader: EntryReader; keys: PublicKeys | null; locale: Locale };

const text = (path: string, said: string): BagFile => ({
  path,
  async *open() {
    yield await Promise.resolve(Buffer.from(said, "utf8"));
  },
});
const data = (path: string, told: object): BagFile => text(path, `${JSON.stringify(told, null, 2)}\n`);

/** The files of a bag. Images and proofs are read when their turn comes, one at a time. */
export async function filesOf(dossier: Dossier, page: string, reading: Reading): Promise<BagFile[]> {
  const { findings, proceedings, images, history } = dossier;
  const { keys, locale } = reading;
  return [
    text("case.html", page),
    data("case.json", describeCase(dossier)),
    ...findings.map((finding) => data(`findings/version-${finding.number}.json`, finding)),
    ...proceedings.map((one) => data(`proceedings/${one.id}.json`, describeProceeding(one, dossier))),
    {
      path: "history/history.csv",
      async *open() {
        const rows = (async function* () {
          yield await Promise.resolve(history);
        })();
        for await (const piece of printSheet(historySheet(rows, locale))) yield Buffer.from(piece, "utf8");
      },
    },
    ...(keys
      ? [text("history/keys.txt", `${[keys.log, ...keys.witnesses].map(printVerifierKey).join("\n")}\n`)]
      : []),
    ...(await proofsOf(dossier, reading)),
    ...images.map(({ path, sha256 }): BagFile => ({ path, open: () => bytesOf(sha256) })),
  ];
}

/**
 * One file an entry: its receipt, or, while no head that enough witnesses have signed covers it, the entry with its
 * salt. Which of the two is asked for beforehand, since it says where the file lies.
 */
async function proofsOf({ history }: Dossier, { db, reader, keys }: Reading): Promise<BagFile[]> {
  const quorum = keys?.quorum ?? 1;
  const files: BagFile[] = [];
  for (const { seq, leaf } of history) {
    const covered = leaf !== null && (await readProvingCheckpoint(db, leaf, quorum)) !== null;
    files.push({
      path: `history/${covered ? "receipts" : "waiting"}/${seq}.json`,
      async *open() {
        const entry = await loadProvenEntry(db, reader, { seq });
        if (!entry) throw new Error(`entry ${seq} was there a moment ago`);
        const proven = await proveEntry(db, entry, quorum);
        yield Buffer.from(proven === "waiting" ? waiting(entry) : `${proven.line}\n`, "utf8");
      },
    });
  }
  return files;
}

const waiting = ({ bytes, salt }: { bytes: Buffer; salt: Buffer }): string =>
  `${JSON.stringify({ entry: bytes.toString("utf8"), salt: salt.toString("hex") })}\n`;

async function* bytesOf(sha256: string): AsyncGenerator<Uint8Array> {
  const bytes = await readBlob(sha256);
  if (!bytes) throw new Error(`the stored file ${sha256} is not there`);
  yield bytes;
}
