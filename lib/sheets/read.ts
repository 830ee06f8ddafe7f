import { systemClock } from "@/lib/clock";
import { parseFoliation, type Foliation } from "@/lib/archive/foliation";
import { countPositions, labelAt, positionOf } from "@/lib/archive/positions";
import { printLabel } from "@/lib/archive/sheet-label";
import { parseLabel } from "@/lib/archive/sheet-range";
import { readBlob } from "@/lib/files/blobs";
import type { Actor } from "@/lib/law/actor";
import { loadFile } from "@/lib/store/file-page";
import { loadReach, type Reach } from "@/lib/store/reach";
import { hasGrant, listImages, loadSheet, type SheetAccess, type SheetImage } from "@/lib/store/sheets";
import { isId, ownSource, type Source } from "@/lib/units/read";
import type { StripSheet } from "./view";

export type SheetPage = {
  fileId: string;
  title: string;
  refPath: string;
  position: number;
  label: string;
  /** `ask`: closed, and nobody has said yet what it is read for. */
  state: "image" | "ask" | "secret" | "none";
  access: SheetAccess | null;
  image: SheetImage | null;
  strip: StripSheet[];
  previous: string | null;
  next: string | null;
};

/** How many sides to each hand the strip holds. */
const stripReach = 30;

/** One side of a sheet for reading; null where there is no such file or sheet for this person. */
export async function readSheet(
  actor: Actor,
  fileId: string,
  slug: string,
  { pool }: Source = ownSource(),
): Promise<SheetPage | null> {
  if (!isId(fileId)) return null;
  const reach = await loadReach(pool, actor);
  const file = await loadFile(pool, reach, fileId);
  const foliation = parseFoliation(file?.foliation ?? "");
  const label = parseLabel(slug);
  const position = foliation.ok && label.ok ? positionOf(foliation.value, label.value) : null;
  const shown = position === null ? null : await loadSheet(pool, reach, fileId, position);
  if (!file || !foliation.ok || !label.ok || position === null || !shown) return null;
  const asks =
    shown.access?.access === "closed" &&
    !(await hasGrant(pool, actor.accountId, fileId, position, systemClock()));
  const strip = await stripOf(pool, reach, fileId, foliation.value, file.spans, position);
  const side = (at: number) => slugAt(foliation.value, at);
  return {
    fileId,
    title: file.title,
    refPath: file.refPath,
    position,
    label: printLabel(label.value),
    state: shown.secret ? "secret" : asks ? "ask" : shown.image ? "image" : "none",
    access: shown.access,
    image: asks ? null : shown.image,
    strip,
    previous: position > 0 ? side(position - 1) : null,
    next: position + 1 < countPositions(foliation.value) ? side(position + 1) : null,
  };
}

export function slugAt(foliation: Foliation, position: number): string | null {
  const label = labelAt(foliation, position);
  return label && printLabel(label, "en");
}

async function stripOf(
  pool: Source["pool"],
  reach: Reach,
  fileId: string,
  foliation: Foliation,
  spans: readonly { from: number; to: number; access: string | null; ownerAnswer: string | null }[],
  at: number,
): Promise<StripSheet[]> {
  const images = new Set((await listImages(pool, reach, fileId)).map((image) => image.position));
  const first = Math.max(0, at - stripReach);
  const last = Math.min(countPositions(foliation) - 1, at + stripReach);
  return Array.from({ length: last - first + 1 }, (_, i): StripSheet => {
    const position = first + i;
    const label = labelAt(foliation, position)!;
    const span = spans.find((one) => one.from <= position && position <= one.to);
    const held = images.has(position) ? "image" : "none";
    const state = span?.ownerAnswer === "keep" ? "secret" : span?.access === "closed" ? "closed" : held;
    return { position, label: printLabel(label), slug: printLabel(label, "en"), state };
  }).filter((sheet) => sheet.state !== "none" || sheet.position === at);
}

export type ImageBytes = { bytes: Buffer; mediaType: string; sha256: string };

/** The image itself. Null alike for what is not there, not for this person, secret, or closed and not asked for. */
export async function readSheetImage(
  actor: Actor,
  fileId: string,
  position: number,
  { pool }: Source = ownSource(),
): Promise<ImageBytes | null> {
  if (!isId(fileId) || !Number.isInteger(position) || position < 0 || position > 1_000_000) return null;
  const shown = await loadSheet(pool, await loadReach(pool, actor), fileId, position);
  if (!shown?.image || shown.secret) return null;
  if (shown.access?.access === "closed") {
    if (!(await hasGrant(pool, actor.accountId, fileId, position, systemClock()))) return null;
  }
  const bytes = await readBlob(shown.image.sha256);
  return bytes && { bytes, mediaType: shown.image.mediaType, sha256: shown.image.sha256 };
}

export async function readImages(actor: Actor, fileId: string, { pool }: Source = ownSource()) {
  return listImages(pool, await loadReach(pool, actor), fileId);
}
