import { rm } from "node:fs/promises";
import { isSystemFile } from "@/lib/files/bag-paths";
import { HashedFile, moveBlob } from "@/lib/files/blobs";
import { checkBag } from "@/lib/files/check-bag";
import type { Entry, Package } from "@/lib/files/package";
import { readPackage } from "@/lib/files/read-package";
import { choosePart, nameBeside } from "./choose-part";
import { failOf } from "./container-problem";
import type { Outcome, Problem } from "./problem";
import type { Survey } from "./survey-package";
import type { Part } from "./view";

/** Where parts are kept, and a place that nobody else writes to meanwhile. */
export interface Shelf {
  root: string;
  beside: string;
}

type Kept = Pick<Part, "sha256" | "size">;

/** A file of a package under its path, and what lies beside it. */
export type FileTaken = Kept & { path: string; remarks: Problem[] };

/** Checks a package to its last byte and sets down the one file of it that is a table or a description. */
export async function takeFile(source: Package, survey: Survey, shelf: Shelf): Promise<Outcome<FileTaken>> {
  const isBag = survey.claims === "bag";
  const choice = isBag ? await checkedBag(source, survey) : { ok: true as const, value: survey };
  if (!choice.ok) return choice;
  const chosen = choosePart(choice.value);
  if (!chosen.ok) return chosen;
  const kept = await keepEntry(source, chosen.value, shelf, !isBag);
  if (!kept.ok) return kept;
  const remarks = nameBeside(chosen.value, choice.value);
  return { ok: true, value: { path: chosen.value, ...kept.value, remarks } };
}

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
  { root, beside }: Shelf,
  whole: boolean,
): Promise<Outcome<Kept>> {
  const kept: Kept[] = [];
  try {
    const { faults } = await readPackage(source, async (entry) => {
      if (entry.kind === "directory") return;
      if (entry.path === wanted) kept.push(await writeEntry(entry, beside));
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

async function writeEntry(entry: Entry, place: string): Promise<Kept> {
  const file = await HashedFile.create(place);
  try {
    for await (const chunk of entry.bytes()) await file.write(chunk);
    return file.told();
  } finally {
    await file.close();
  }
}
