import path from "node:path";
import { rm, stat } from "node:fs/promises";
import { isSystemFile } from "@/lib/files/bag-paths";
import { moveBlob, placeOf, writeHashed } from "@/lib/files/blobs";
import { checkBag } from "@/lib/files/check-bag";
import { openPackage, readHead } from "@/lib/files/open-package";
import type { Limits, Package } from "@/lib/files/package";
import { readPackage } from "@/lib/files/read-package";
import { choosePart, nameBeside } from "./choose-part";
import { failOf } from "./container-problem";
import type { Outcome, Problem } from "./problem";
import { surveyPackage, type Survey } from "./survey-package";
import type { Part, Reading } from "./view";

/** A delivery with its scans, and some; of a registry of files memory grows with their number. */
const LIMITS: Limits = { bytes: 16 * 1024 ** 3, entries: 100_000 };

/** What was sent. `root`: where parts of it are kept; `beside`: a place that nobody else writes to meanwhile. */
export interface Sent {
  place: string;
  fileName: string;
  asked: Partial<Reading>;
  root: string;
  beside: string;
  /** Bytes of the package that were read, of how many. To stop, it throws. */
  tell?: (bytes: number, of: number) => void;
}

/** What is read of it: it itself, or one part, under the name that tells its kind. */
export interface Delivery {
  place: string;
  fileName: string;
  size: number;
  asked: Partial<Reading>;
  part: Part | null;
  remarks: Problem[];
}

/**
 * Opens what was sent: a zip, a tar or a bag is checked whole, and its one table or description set down beside it.
 * Whatever is no package is read as it is.
 */
export async function openDelivery(sent: Sent): Promise<Outcome<Delivery>> {
  const { place, fileName, asked } = sent;
  const { size } = await stat(place);
  if (await isOldOffice(place)) return refuse("oldOffice", fileName);
  const opening = await openPackage(place, LIMITS);
  const plain = { place, fileName, size, asked, part: null, remarks: [] };
  if (!opening.ok) return { ok: true, value: plain };
  const tally = { read: 0, of: 0 };
  const source = watch(opening.value, (bytes) => sent.tell?.((tally.read += bytes), tally.of));
  sent.tell?.(0, 0);
  const survey = await surveyPackage(source, asked);
  if (survey.faults.length > 0) return failOf(survey.faults);
  if (survey.claims === "office" || survey.claims === "workbook") return refuse("unknownKind", fileName);
  Object.assign(tally, { read: 0, of: survey.bytes });
  const choice =
    survey.claims === "bag" ? await checkedBag(source, survey) : { ok: true as const, value: survey };
  if (!choice.ok) return choice;
  const chosen = choosePart(choice.value);
  if (!chosen.ok) return chosen;
  const kept = await keepEntry(source, chosen.value, sent, survey.claims !== "bag");
  if (!kept.ok) return kept;
  const part = { path: chosen.value, sheet: null, ...kept.value };
  const remarks = nameBeside(chosen.value, choice.value);
  const at = { place: placeOf(sent.root, part.sha256), fileName: path.basename(part.path), size: part.size };
  return { ok: true, value: { ...at, asked, part, remarks } };
}

const refuse = (code: "oldOffice" | "unknownKind", detail: string): Outcome<never> => ({
  ok: false,
  problem: { code, place: { kind: "file" }, detail },
});

/** Documents of old office programs, and those of new ones behind a password. */
const isOldOffice = async (place: string): Promise<boolean> =>
  (await readHead(place)).subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

/** Of a bag that is valid its payload; the report names it without the directory in which the bag may lie. */
async function checkedBag(source: Package, survey: Survey): Promise<Outcome<Survey>> {
  const report = await checkBag(source);
  if (!report.valid) return failOf(report.faults);
  const payload = new Set(report.payload.map((one) => one.path));
  const belongs = (one: string): boolean => payload.has(one) || payload.has(one.slice(one.indexOf("/") + 1));
  const candidates = survey.candidates.filter((one) => belongs(one.path));
  const named = survey.named.filter(belongs);
  const files = [...payload].filter((one) => !isSystemFile(one)).length;
  return { ok: true, value: { ...survey, candidates, named, files } };
}

/** Sets one file down under its hash. `whole`: of the others every byte is read too, a damaged one is damage. */
async function keepEntry(
  source: Package,
  wanted: string,
  { root, beside }: Pick<Sent, "root" | "beside">,
  whole: boolean,
): Promise<Outcome<Pick<Part, "sha256" | "size">>> {
  const kept: Pick<Part, "sha256" | "size">[] = [];
  try {
    const { faults } = await readPackage(source, async (entry) => {
      if (entry.kind === "directory") return;
      if (entry.path === wanted) kept.push(await writeHashed(entry.bytes(), beside));
      else if (whole) for await (const chunk of entry.bytes()) void chunk;
    });
    if (faults.length > 0) return failOf(faults);
    const [value] = kept;
    if (!value) throw new Error(`${wanted} was there a moment ago`);
    await moveBlob(beside, value.sha256, root);
    return { ok: true, value };
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
