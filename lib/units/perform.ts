import type { z } from "zod";
import { parseFoliation, printFoliation, type Foliation } from "@/lib/archive/foliation";
import { labelAt } from "@/lib/archive/positions";
import { carryOver, moveExtent } from "@/lib/archive/refoliation";
import { printLabel } from "@/lib/archive/sheet-label";
import { wholeFile } from "@/lib/archive/spans";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { badInput, type Result } from "@/lib/result";
import {
  loadDescribed,
  loadHanging,
  moveHanging,
  writeCount,
  writeDescribed,
  writeOwners,
  type Described,
  type Hanging,
} from "@/lib/store/file-edits";
import { loadFileBody, writeSpans, type FileBody } from "@/lib/store/spans";
import type { Tx } from "@/lib/store/transaction";
import { answerOf, changesIn, dateColumns, untoldVoids } from "./edit";
import type { description, ownership, sheetCount } from "./schema";
import { describedAreas, spansOf, type Edited, type EditRefusal } from "./view";
import { sameAnswer, unanswered } from "./view-spans";

type Answer = Promise<Result<Edited, EditRefusal>>;

const flat = ({ description, version: _version, ...own }: Described) => ({ ...own, ...description });

/** Title, dates, extent, stamps and the areas that are written by hand; nothing of it is under a signature. */
export async function describeFile(desk: Desk, actor: Actor, wanted: z.output<typeof description>): Answer {
  const { fileId, version, title, dateText, extent, stamps } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "describe_file",
    about: { fileId },
    touch: async (tx) => {
      const held = await loadDescribed(tx, fileId);
      const areas: Record<string, string> = { ...held.description };
      for (const area of describedAreas) {
        if (wanted[area]) areas[area] = wanted[area];
        else delete areas[area];
      }
      const empty = Object.fromEntries(describedAreas.map((area) => [area, null]));
      const after = { title, dateText, extent, stamps, ...empty, ...areas };
      const changes = changesIn(flat(held), after);
      if (held.version !== version) {
        return {
          left: { condition: "stale", now: changes.map((c) => ({ what: c.what, value: c.before ?? "" })) },
        };
      }
      if (changes.length === 0) return { left: { condition: "same" } };
      await writeDescribed(tx, fileId, {
        title,
        extent,
        stamps,
        description: areas,
        ...dateColumns(dateText),
      });
      return { value: fileId, facts: { changes } };
    },
  });
  return answerOf(result);
}

/** Names which sheets the file has. What hangs on them moves along by its labels, the number being the identity. */
export async function countSheets(desk: Desk, actor: Actor, wanted: z.output<typeof sheetCount>): Answer {
  const { fileId, version, told } = wanted;
  const read = parseFoliation(wanted.foliation);
  if (!read.ok) return badInput({ foliation: "format" });
  const [after, text] = [read.value, printFoliation(read.value)];
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "count_sheets",
    about: { fileId },
    touch: async (tx, at) => {
      const held = await loadFileBody(tx, fileId);
      if (held.version !== version) return { left: stale(held) };
      if (held.foliation === text) return { left: { condition: "same" } };
      const untold = await untoldVoids(tx, "file_body", { fileId }, told);
      if (untold) return { left: untold };
      const before = foliationOf(held);
      const lost = before ? await carryHanging(tx, fileId, before, after) : [];
      if (lost.length > 0) return { left: { condition: "sheetsInUse", sheets: lost } };
      await writeCount(tx, fileId, { foliation: text, leaves: after.leafCount, at, by: actor.accountId });
      const carried = before
        ? carryOver(spansOf(held.spans), before, after, unanswered, sameAnswer)
        : wholeFile(after, unanswered);
      await writeSpans(
        tx,
        fileId,
        carried.map(({ from, to, answer }) => ({ from, to, ...answer })),
        held.spans,
      );
      const changes = changesIn(
        { foliation: held.foliation, leaves: held.leaves },
        { foliation: text, leaves: after.leafCount },
      );
      return { value: fileId, facts: { changes } };
    },
  });
  return answerOf(result);
}

const stale = (held: FileBody): EditRefusal => ({
  condition: "stale",
  now: [
    { what: "foliation", value: held.foliation ?? "" },
    { what: "grade", value: held.grade ?? "" },
  ],
});

export function foliationOf(held: Pick<FileBody, "foliation">): Foliation | null {
  const read = held.foliation === null ? null : parseFoliation(held.foliation);
  return read?.ok ? read.value : null;
}

/** The labels under which something hangs that would be gone; nothing is moved while there are any. */
async function carryHanging(tx: Tx, fileId: string, before: Foliation, after: Foliation): Promise<string[]> {
  const hanging = await loadHanging(tx, fileId);
  const lost = new Set<string>();
  const moved: Hanging[] = [];
  for (const one of hanging) {
    const extent = moveExtent(one, before, after);
    if (!extent) {
      const label = labelAt(before, one.from);
      lost.add(label ? printLabel(label) : "?");
    } else if (extent.from !== one.from || extent.to !== one.to) moved.push({ ...one, ...extent });
  }
  if (lost.size === 0) await moveHanging(tx, moved);
  return [...lost];
}

/** Grade and owner agencies: what a declassification of the file is about. */
export async function nameOwners(desk: Desk, actor: Actor, wanted: z.output<typeof ownership>): Answer {
  const { fileId, version, told, grade } = wanted;
  const owners = [...new Set(wanted.owners)].sort();
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "name_owners",
    about: { fileId },
    touch: async (tx) => {
      const held = await loadFileBody(tx, fileId);
      if (held.version !== version) return { left: stale(held) };
      const changes = changesIn(
        { grade: held.grade, owners: held.owners.join(" ") },
        { grade, owners: owners.join(" ") },
      );
      if (changes.length === 0) return { left: { condition: "same" } };
      const untold = await untoldVoids(tx, "file_body", { fileId }, told);
      if (untold) return { left: untold };
      await writeOwners(tx, fileId, grade, owners);
      return { value: fileId, facts: { changes } };
    },
  });
  return answerOf(result);
}
