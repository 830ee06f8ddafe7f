import { createHash } from "node:crypto";
import { type EadUnit, type UnitDraft } from "./ead-unit";

/** Longer keys would not fit an index entry. */
const LONGEST = 400;

/**
 * Gives every unit its identity within the record of the finding aid: the path down to it from the whole,
 * whose key is `/`. A step of the path is the unitid (`=12`) where the unitids of all siblings are there
 * and differ, otherwise the place among the siblings (`#3`).
 */
export function nameUnits(drafts: readonly UnitDraft[]): EadUnit[] {
  const named = siblingsWithOwnUnitids(drafts);
  const keys = new Map<UnitDraft, string>();
  return drafts.map((draft) => {
    const parentKey = draft.parent ? (keys.get(draft.parent) ?? null) : null;
    const step = named.has(draft.parent) ? `=${escapeStep(draft.text("reference"))}` : `#${draft.position}`;
    const key = parentKey === null ? "/" : shorten(`${parentKey === "/" ? "" : parentKey}/${step}`);
    keys.set(draft, key);
    return draft.finish(key, parentKey);
  });
}

function siblingsWithOwnUnitids(drafts: readonly UnitDraft[]): Set<UnitDraft | null> {
  const seen = new Map<UnitDraft | null, Set<string> | "repeated">();
  for (const draft of drafts) {
    const unitid = draft.text("reference");
    const siblings = seen.get(draft.parent) ?? new Set<string>();
    if (siblings === "repeated") continue;
    if (unitid === "" || siblings.has(unitid)) seen.set(draft.parent, "repeated");
    else seen.set(draft.parent, siblings.add(unitid));
  }
  return new Set([...seen].filter(([, unitids]) => unitids !== "repeated").map(([parent]) => parent));
}

function escapeStep(step: string): string {
  return step.replace(/[%/]/g, (sign) => (sign === "/" ? "%2F" : "%25"));
}

function shorten(key: string): string {
  if (key.length <= LONGEST) return key;
  const digest = createHash("sha256").update(key).digest("hex");
  return `${key.slice(0, LONGEST - 70)}…${digest}`;
}
