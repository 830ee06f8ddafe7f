import { printLabel } from "@/lib/archive/sheet-label";
import { parseLabel } from "@/lib/archive/sheet-range";
import type { ProceedingShown } from "@/lib/cases/view";
import { listBagImages, listFindingNumbers, type BagImage } from "@/lib/store/case-bag";
import { loadCaseHead } from "@/lib/store/case-page";
import type { Queryable } from "@/lib/store/client";
import type { EntryReader } from "@/lib/store/entry-proof";
import { loadFindingShown } from "@/lib/store/finding-page";
import { readHistoryWhole, unplanned, type HistoryRow } from "@/lib/store/history";
import { loadProceeding } from "@/lib/store/proceeding-page";
import { loadReceipt } from "@/lib/store/receipts";
import type { Dossier, PlacedImage, SignedStatement } from "./dossier";

type Asked = { id: string; address: string; now: Date };

/**
 * All of a case that goes into a bag, without the bytes of images; null where there is no such case. An auditor is
 * given here what they may see, and of the rest no entries: those are in the history that they export by H1.
 */
export async function readDossier(
  db: Queryable,
  reader: EntryReader,
  { id, address, now }: Asked,
): Promise<Dossier | null> {
  const [reads, { reach }] = [unplanned(db), reader];
  const head = await loadCaseHead(reads, reach, id);
  if (!head) return null;
  const findings = [];
  for (const number of await listFindingNumbers(db, reach, id)) {
    const finding = await loadFindingShown(reads, reach, id, number);
    if (finding) findings.push(finding);
  }
  const proceedings: ProceedingShown[] = [];
  for (const { id: one } of head.proceedings) {
    const proceeding = await loadProceeding(reads, reach, one);
    if (proceeding) proceedings.push(proceeding);
  }
  const statements = await readStatements(db, reader, proceedings);
  const images = placed(await listBagImages(db, reach, id, now));
  const history: HistoryRow[] = [];
  for await (const rows of readHistoryWhole(db, reach, { caseId: id })) history.push(...rows);
  return { address, head, images, findings, proceedings, statements, history };
}

async function readStatements(
  db: Queryable,
  reader: EntryReader,
  proceedings: readonly ProceedingShown[],
): Promise<Map<string, SignedStatement>> {
  const found = new Map<string, SignedStatement>();
  for (const { id, signatures } of proceedings) {
    for (const signature of signatures) {
      const receipt = await loadReceipt(db, reader, id, signature.id);
      if (receipt) found.set(signature.id, { text: receipt.statement, hash: receipt.statementHash });
    }
  }
  return found;
}

/** By file and sheet: `images/<file>/12v.png`. Nothing is numbered through, so that nothing is missing in between. */
function placed(images: readonly BagImage[]): PlacedImage[] {
  const taken = new Set<string>();
  return images.map((image) => {
    const label = parseLabel(image.label);
    const sheet = label.ok ? printLabel(label.value, "en") : image.sha256;
    const extension = image.mediaType === "image/png" ? "png" : "jpg";
    const free = `images/${image.fileId}/${sheet}.${extension}`;
    // A file that was counted anew may have kept an old label at another side.
    const path = taken.has(free) ? `images/${image.fileId}/${sheet}-${image.sha256}.${extension}` : free;
    taken.add(path);
    return { ...image, path };
  });
}
