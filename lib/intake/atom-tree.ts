import type { AtomColumn } from "./atom-columns";
import type { CellRow } from "./cell-table";
import type { Problem, RowFault } from "./problem";

export type AtomRow = CellRow<AtomColumn>;

/** A row with the rows below it, in the order of the table. */
export interface AtomNode extends AtomRow {
  children: AtomNode[];
}

/** Deeper than any archive is arranged. */
const DEEPEST = 100;

/**
 * Finds out which row belongs under which, wherever in the table they stand. A row that cannot be placed is turned
 * down, and all rows below it with it: no part of a fonds comes in without what it is part of.
 *
 * @returns the rows at the top, and what was turned down and why.
 */
export function plantRows(rows: readonly AtomRow[]): { roots: AtomNode[]; problems: Problem[] } {
  const planting = new Planting(rows);
  return { roots: planting.roots, problems: planting.problems };
}

const idOf = ({ cells }: AtomRow): string => cells.legacyId.trim();
const parentOf = ({ cells }: AtomRow): string => cells.parentId.trim();

class Planting {
  readonly roots: AtomNode[] = [];
  readonly problems: Problem[] = [];
  private readonly turnedDown = new Set<AtomNode>();

  constructor(rows: readonly AtomRow[]) {
    const nodes = rows.map((row): AtomNode => ({ ...row, children: [] }));
    const byId = new Map<string, AtomNode>();
    for (const node of nodes) this.checkRow(node, byId);
    for (const node of nodes) this.place(node, byId);
    for (const node of [...this.turnedDown]) this.turnDownBelow(node, "parentRejected", node.row);
    this.findRings(nodes);
    for (const root of this.roots) this.checkDepth(root);
  }

  private checkRow(node: AtomNode, byId: Map<string, AtomNode>): void {
    const { cells } = node;
    const id = idOf(node);
    const first = byId.get(id);
    // A translation has the number of its original once more; a unit has one text here.
    if (first && id !== "") this.turnDown(node, "repeatedLegacyId", "legacyId", String(first.row));
    else if (id !== "") byId.set(id, node);
    if (!first && cells.title.trim() === "" && cells.identifier.trim() === "")
      this.turnDown(node, "nameless", "title", "");
  }

  private place(node: AtomNode, byId: ReadonlyMap<string, AtomNode>): void {
    const parentId = parentOf(node);
    if (parentId !== "") {
      const parent = byId.get(parentId);
      if (parent) parent.children.push(node);
      else this.turnDown(node, "parentMissing", "parentId", parentId);
    } else if (!this.turnedDown.has(node)) this.roots.push(node);
  }

  private turnDown(node: AtomNode, code: RowFault, heading: AtomColumn, detail: string): void {
    if (this.turnedDown.has(node)) return;
    this.turnedDown.add(node);
    this.problems.push({ code, place: { kind: "row", row: node.row, heading }, detail });
  }

  private turnDownBelow(node: AtomNode, code: RowFault, row: number): void {
    const waiting = [...node.children];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (this.turnedDown.has(next)) continue;
      this.turnDown(next, code, "parentId", String(row));
      waiting.push(...next.children);
    }
    node.children = [];
  }

  /** What no row at the top leads to hangs in a ring. */
  private findRings(nodes: readonly AtomNode[]): void {
    const reached = new Set<AtomNode>();
    const waiting = [...this.roots];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      next.children = next.children.filter((child) => !this.turnedDown.has(child));
      reached.add(next);
      waiting.push(...next.children);
    }
    for (const node of nodes)
      if (!reached.has(node)) this.turnDown(node, "parentRing", "parentId", parentOf(node));
  }

  private checkDepth(root: AtomNode): void {
    let row = [root];
    for (let depth = 1; depth < DEEPEST && row.length > 0; depth += 1) {
      row = row.flatMap((node) => node.children);
    }
    for (const node of row) {
      for (const child of node.children) {
        this.turnDown(child, "tooNested", "parentId", String(DEEPEST));
        this.turnDownBelow(child, "parentRejected", child.row);
      }
      node.children = [];
    }
  }
}
