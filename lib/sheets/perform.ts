import { parseFoliation } from "@/lib/archive/foliation";
import { labelAt, positionOf } from "@/lib/archive/positions";
import { printLabel } from "@/lib/archive/sheet-label";
import { parseLabel } from "@/lib/archive/sheet-range";
import { putBlob } from "@/lib/files/blobs";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork, type Left } from "@/lib/proceedings/perform-work";
import { refused, type Result } from "@/lib/result";
import { loadSide, writeImage, type SideFacts } from "@/lib/store/sheets";
import type { Tx } from "@/lib/store/transaction";
import { answerOf, untoldVoids } from "@/lib/units/edit";
import type { Edited, EditRefusal } from "@/lib/units/view";
import { inspectImage } from "./image";
import type { SheetRefusal } from "./view";

type Attachment = { fileId: string; sheet: string; bytes: Uint8Array; told: number };

/**
 * Attaches the image of one side of a sheet, JPEG or PNG, as it is. Bytes are kept only once everything about the
 * sheet allows it: what belongs to a secret sheet never reaches the disk.
 */
export async function attachImage(
  desk: Desk,
  actor: Actor,
  { fileId, sheet, bytes, told }: Attachment,
): Promise<Result<Edited, SheetRefusal>> {
  const image = await inspectImage(bytes);
  if (!image.ok) return refused({ condition: image.problem });
  const { ok: _ok, ...kind } = image;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "attach_image",
    about: { fileId },
    touch: async (tx, at) => {
      const place = await placeOf(tx, fileId, sheet);
      if ("left" in place) return place;
      const { side, position, label } = place;
      if (side.secret) return { left: { condition: "sheetSecret" } };
      const about = { fileId, side: position };
      const untold = side.cited ? await untoldVoids(tx, "cited_image", about, told) : null;
      if (untold) return { left: untold };
      const sha256 = await putBlob(bytes);
      if (sha256 === side.sha256) return { left: { condition: "same" } };
      const row = { ...kind, label, sha256, bytes: bytes.byteLength, by: actor.accountId, at };
      const value = await writeImage(tx, fileId, position, row);
      const facts = {
        sheet: label,
        position,
        changes: [{ what: label, before: side.sha256, after: sha256 }],
      };
      return { value, facts, about, edits: side.cited ? "cited_image" : "around" };
    },
  });
  return answerOf(result);
}

type Place = { side: SideFacts; position: number; label: string };

async function placeOf(tx: Tx, fileId: string, sheet: string): Promise<Place | Left<EditRefusal>> {
  const noSuch = { left: { condition: "noSuchSheet", text: sheet } } as const;
  const first = await loadSide(tx, fileId, 0);
  const foliation = parseFoliation(first?.foliation ?? "");
  const label = parseLabel(sheet);
  const position = foliation.ok && label.ok ? positionOf(foliation.value, label.value) : null;
  const side = position === null ? null : await loadSide(tx, fileId, position);
  return side && label.ok && position !== null ? { side, position, label: printLabel(label.value) } : noSuch;
}

/** Says what a closed sheet is read for; opens its whole closed stretch to this person for a while. */
export async function readClosedSheet(
  desk: Desk,
  actor: Actor,
  { fileId, position, purpose }: { fileId: string; position: number; purpose: string },
): Promise<Result<Edited, EditRefusal>> {
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "read_closed_sheet",
    about: { fileId },
    reads: true,
    touch: async (tx) => {
      const side = await loadSide(tx, fileId, position);
      const read = parseFoliation(side?.foliation ?? "");
      const label = read.ok ? labelAt(read.value, position) : null;
      if (!side || !label || side.access?.access !== "closed") return { left: { condition: "gone" } };
      if (side.secret) return { left: { condition: "sheetSecret" } };
      const { from, to } = side.access;
      return { value: fileId, facts: { sheet: printLabel(label), from, to, purpose } };
    },
  });
  return answerOf(result);
}
