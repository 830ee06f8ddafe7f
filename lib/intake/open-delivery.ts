import path from "node:path";
import { rm, stat } from "node:fs/promises";
import { moveBlob, placeOf } from "@/lib/files/blobs";
import { openPackage, readHead } from "@/lib/files/open-package";
import type { Limits, Package } from "@/lib/files/package";
import { failOf } from "./container-problem";
import type { Outcome, Problem } from "./problem";
import { surveyPackage, type Survey } from "./survey-package";
import { takeFile, type Shelf } from "./take-file";
import type { Asked, Part } from "./view";
import { takeSheet } from "./workbook";

/** A delivery with its scans, and some; of a registry of files memory grows with their number. */
const LIMITS: Limits = { bytes: 16 * 1024 ** 3, entries: 100_000 };

/** What was sent, and where parts of it are kept. */
export interface Sent extends Shelf {
  place: string;
  fileName: string;
  asked: Asked;
  /** Bytes that were read of a package, of how many. To stop, it throws. */
  tell?: (bytes: number, of: number) => void;
}

/** What is read of it: it itself, or one part, under the name that tells its kind. */
export interface Delivery {
  place: string;
  fileName: string;
  size: number;
  asked: Asked;
  part: Part | null;
  remarks: Problem[];
}

/** As a sheet is set down. */
export const asSheet = (asked: Asked): Pick<Delivery, "fileName" | "asked"> => ({
  fileName: "sheet.csv",
  asked: { ...asked, encoding: "utf-8", separator: "comma" },
});

/**
 * Opens what was sent. A zip, a tar or a bag is checked whole and its one table or description set down; of a workbook,
 * in a package or not, the sheet that is meant. Whatever is neither is read as it is.
 */
export async function openDelivery(sent: Sent): Promise<Outcome<Delivery>> {
  const { place, fileName, asked } = sent;
  const opened = await openAt(sent);
  if (!opened.ok) return opened;
  if (!opened.value)
    return {
      ok: true,
      value: { place, fileName, size: (await stat(place)).size, asked, part: null, remarks: [] },
    };
  const { source, survey } = opened.value;
  if (survey.claims === "office") return refuse("unknownKind", fileName);
  if (survey.claims === "workbook") return sheetOf(source, null, [], sent);
  const taken = await takeFile(source, survey, sent);
  if (!taken.ok) return taken;
  const { path: within, remarks, ...kept } = taken.value;
  const inner = { ...sent, place: placeOf(sent.root, kept.sha256), fileName: path.basename(within) };
  const workbook = await workbookIn(inner, within, remarks);
  if (workbook) return workbook;
  const part = { path: within, sheet: null, ...kept };
  return {
    ok: true,
    value: { place: inner.place, fileName: inner.fileName, size: kept.size, asked, part, remarks },
  };
}

const refuse = (code: "oldOffice" | "unknownKind", detail: string): Outcome<never> => ({
  ok: false,
  problem: { code, place: { kind: "file" }, detail },
});

/** What a package holds; null for what is none. */
async function openAt(sent: Sent): Promise<Outcome<{ source: Package; survey: Survey } | null>> {
  if (await isOldOffice(sent.place)) return refuse("oldOffice", sent.fileName);
  const opening = await openPackage(sent.place, LIMITS);
  if (!opening.ok) return { ok: true, value: null };
  const tally = { read: 0, of: 0 };
  sent.tell?.(0, 0);
  const source = watch(opening.value, (bytes) => sent.tell?.((tally.read += bytes), tally.of));
  const survey = await surveyPackage(source, sent.asked);
  if (survey.faults.length > 0) return failOf(survey.faults);
  Object.assign(tally, { read: 0, of: survey.bytes * (survey.claims === "workbook" ? 2 : 1) });
  return { ok: true, value: { source, survey } };
}

/** Documents of old office programs, and those of new ones behind a password. */
const isOldOffice = async (place: string): Promise<boolean> =>
  (await readHead(place)).subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

/** A package in a package stays closed; a workbook is a table. */
async function workbookIn(
  inner: Sent,
  within: string,
  remarks: Problem[],
): Promise<Outcome<Delivery> | null> {
  if (!/\.xls[xm]?$/i.test(inner.fileName)) return null;
  const opened = await openAt(inner);
  if (!opened.ok) return { ok: false, problem: { ...opened.problem, inside: within } };
  if (opened.value?.survey.claims !== "workbook") return null;
  return sheetOf(opened.value.source, within, remarks, inner);
}

async function sheetOf(
  source: Package,
  within: string | null,
  remarks: Problem[],
  { root, beside, asked }: Pick<Sent, "root" | "beside" | "asked">,
): Promise<Outcome<Delivery>> {
  try {
    const taken = await takeSheet(source, beside);
    if (!taken.ok) return within ? { ok: false, problem: { ...taken.problem, inside: within } } : taken;
    const { sheet, others, sha256, size } = taken.value;
    await moveBlob(beside, sha256, root);
    const unread: Problem[] = others
      ? [{ code: "sheetsNotRead", place: { kind: "file" }, detail: others }]
      : [];
    const part = { path: within, sheet, sha256, size };
    const at = { place: placeOf(root, sha256), size, ...asSheet(asked) };
    return { ok: true, value: { ...at, part, remarks: [...remarks, ...unread] } };
  } finally {
    await rm(beside, { force: true });
  }
}

/** A package that tells how much of it was read. */
function watch(source: Package, tell: (bytes: number) => void): Package {
  async function* told(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      tell(chunk.length);
      yield chunk;
    }
  }
  return {
    ...source,
    walk: async function* () {
      for await (const entry of source.walk()) {
        tell(0);
        yield { ...entry, bytes: () => told(entry.bytes()) };
      }
    },
  };
}
