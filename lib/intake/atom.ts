import { createHash } from "node:crypto";
import { ATOM_COLUMNS, atomColumnOf, type AtomColumn } from "./atom-columns";
import { readFields, verbatimOf } from "./atom-row";
import { readCells } from "./cell-table";
import { plantRows, type AtomNode } from "./atom-tree";
import type { FindingAid } from "./ead";
import type { Target } from "./ead-fields";
import { nameUnits } from "./ead-keys";
import { tidy } from "./ead-text";
import { UnitDraft } from "./ead-unit";
import type { Outcome, Problem } from "./problem";
import type { OpenRecords } from "./table";
import type { Reading } from "./view";

/** A table of descriptions by AtoM's template, as it was read: every row at the top is a record of its own. */
export interface AtomDescriptions {
  kind: "atom";
  reading: Reading;
  aids: FindingAid[];
  problems: Problem[];
  remarks: Problem[];
}

/** Whether to publish is decided here by other rules; an export says it of no unit. */
const template = {
  columns: ATOM_COLUMNS,
  columnOf: atomColumnOf,
  keeps: (column: AtomColumn) => column !== "publicationStatus",
};

/** Longer records would not fit an index entry. */
const LONGEST = 300;

/** Reads a table by AtoM's template for ISAD(G) into the trees that finding aids give. */
export async function readAtom(opened: OpenRecords): Promise<Outcome<AtomDescriptions>> {
  const table = await readCells(opened, template);
  if (!table.ok) return table;
  const { reading, rows, problems, remarks } = table.value;
  const { roots, problems: unplaced } = plantRows(rows);
  const found: AtomDescriptions = {
    ...{ kind: "atom", reading, aids: [] },
    ...{ problems: [...problems, ...unplaced], remarks: [...remarks] },
  };
  const records = new Map<string, number>();
  for (const root of roots) takeRoot(root, records, found);
  return { ok: true, value: found };
}

function takeRoot(root: AtomNode, records: Map<string, number>, into: AtomDescriptions): void {
  const record = recordOf(root);
  const first = records.get(record);
  if (first !== undefined) {
    const place = { kind: "row", row: root.row, heading: "identifier" } as const;
    into.problems.push({ code: "repeatedRecord", place, detail: String(first) });
    return;
  }
  records.set(record, root.row);
  const slug = root.cells.qubitParentSlug.trim();
  if (slug !== "") {
    const place = { kind: "row", row: root.row, heading: "qubitParentSlug" } as const;
    into.remarks.push({ code: "slugUnknown", place, detail: slug });
  }
  const title = tidy(root.cells.title) || tidy(root.cells.identifier);
  into.aids.push({ kind: "ead", version: "AtoM", record, title, units: unitsOf(root) });
}

/** What a fonds is known by on a second import: the archive and its number, or its name where it has none. */
function recordOf({ cells }: AtomNode): string {
  const parts = [tidy(cells.repository), tidy(cells.identifier) || tidy(cells.title)];
  const record = parts.filter((part) => part !== "").join(" / ");
  if (record.length <= LONGEST) return record;
  return `${record.slice(0, LONGEST - 70)}…${createHash("sha256").update(record).digest("hex")}`;
}

function unitsOf(root: AtomNode): FindingAid["units"] {
  const drafts: UnitDraft[] = [];
  const nodes: AtomNode[] = [];
  const grow = (node: AtomNode, parent: UnitDraft | null, position: number): void => {
    const draft = draftOf(node, parent, position);
    drafts.push(draft);
    nodes.push(node);
    node.children.forEach((child, nth) => grow(child, draft, nth + 1));
  };
  grow(root, null, 1);
  const verbatims = nodes.map(({ cells }) => verbatimOf(cells));
  return nameUnits(drafts).map((unit, nth) => ({ ...unit, verbatim: verbatims[nth] ?? {} }));
}

function draftOf({ row, cells }: AtomNode, parent: UnitDraft | null, position: number): UnitDraft {
  const { level = "", dateText = "", ...fields } = readFields(cells);
  const draft = new UnitDraft(parent, position, level, cells.legacyId.trim(), row);
  draft.add("date", dateText);
  for (const [field, text] of Object.entries(fields)) draft.add(field as Target, text);
  return draft;
}
