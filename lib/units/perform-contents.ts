import type { z } from "zod";
import { readSheets } from "@/lib/archive/named-extents";
import { parseLabel } from "@/lib/archive/sheet-range";
import { positionOf } from "@/lib/archive/positions";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork, type Left } from "@/lib/proceedings/perform-work";
import type { Result } from "@/lib/result";
import { loadStamped, writeMaterial, writeMention } from "@/lib/store/file-edits";
import { loadFileBody } from "@/lib/store/spans";
import type { Tx } from "@/lib/store/transaction";
import { answerOf, changesIn, dateColumns } from "./edit";
import { foliationOf } from "./perform";
import type { material, mention } from "./schema";
import type { Edited, EditRefusal } from "./view";

type Answer = Promise<Result<Edited, EditRefusal>>;
type Columns = Record<string, string | number | boolean | null>;

/** Adds or edits one document of the file: kind, title, dates and the sheets that it takes up. */
export async function describeMaterial(desk: Desk, actor: Actor, wanted: z.output<typeof material>): Answer {
  const { fileId, id, stamp, kind, title, dateText, sheets, hadGrade } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "describe_material",
    about: { fileId },
    touch: async (tx) => {
      const place = await placeOf(tx, fileId, sheets);
      if (!place) return { left: { condition: "noSuchSheet", text: sheets } };
      const after = {
        kind,
        title,
        date_text: dateText,
        from_pos: place.from,
        to_pos: place.to,
        had_grade: hadGrade,
      };
      const seen = await compare(tx, "materials", { fileId, id, stamp }, after);
      if ("left" in seen) return seen;
      const columns = { ...dateColumns(dateText), kind, title, ...place, hadGrade };
      const value = await writeMaterial(tx, fileId, id || null, columns);
      return { value, facts: { material: value, changes: seen.changes } };
    },
  });
  return answerOf(result);
}

/** Adds or edits somebody named in the file. The name stays as it is written there. */
export async function nameMention(desk: Desk, actor: Actor, wanted: z.output<typeof mention>): Answer {
  const { fileId, id, stamp, name, role, access, sheet, note, personId } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "name_mention",
    about: { fileId },
    touch: async (tx) => {
      const position = sheet ? await sideOf(tx, fileId, sheet) : null;
      if (sheet && position === null) return { left: { condition: "noSuchSheet", text: sheet } };
      const after = { name, role, access, position, note, person_id: personId || null };
      const seen = await compare(tx, "mentions", { fileId, id, stamp }, after);
      if ("left" in seen) return seen;
      const columns = { name, role, access, position, note, personId: personId || null };
      const value = await writeMention(tx, fileId, id || null, columns);
      // A closed name stays out of the history, which more people read than this file.
      const changes =
        access === "open" ? seen.changes : seen.changes.filter((c) => !["name", "note"].includes(c.what));
      return { value, facts: { mention: value, changes } };
    },
  });
  return answerOf(result);
}

type Shown = { fileId: string; id?: string | undefined; stamp?: string | undefined };

/** The row must be the one that was shown, and something must differ from it. */
async function compare(
  tx: Tx,
  table: "materials" | "mentions",
  { fileId, id, stamp }: Shown,
  after: Columns,
): Promise<Left<EditRefusal> | { changes: ReturnType<typeof changesIn> }> {
  if (!id) return { changes: changesIn({}, after) };
  const held = await loadStamped(tx, table, fileId, id);
  if (!held) return { left: { condition: "gone" } };
  const changes = changesIn(held.row, after);
  if (held.stamp !== stamp) {
    return {
      left: { condition: "stale", now: changes.map((c) => ({ what: c.what, value: c.before ?? "" })) },
    };
  }
  return changes.length === 0 ? { left: { condition: "same" } } : { changes };
}

async function placeOf(tx: Tx, fileId: string, text: string): Promise<{ from: number; to: number } | null> {
  const foliation = foliationOf(await loadFileBody(tx, fileId));
  const read = foliation && readSheets(foliation, text);
  return read?.ok && read.value.length === 1 ? read.value[0]! : null;
}

async function sideOf(tx: Tx, fileId: string, text: string): Promise<number | null> {
  const foliation = foliationOf(await loadFileBody(tx, fileId));
  const label = parseLabel(text);
  return foliation && label.ok ? positionOf(foliation, label.value) : null;
}
