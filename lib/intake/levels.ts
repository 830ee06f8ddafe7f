import { printReference } from "@/lib/archive/reference-print";
import type { FileReference } from "./read-row";
import { referenceKey } from "./reference-key";

export interface Level {
  level: "archive" | "fonds" | "inventory" | "file";
  key: string;
  path: string;
  reference: string;
  title: string;
  /** Numbers order siblings as they stand on the shelf. */
  position: number;
}

/** Asked for again and again while a table is compared; of a reference it is always the same. */
const held = new WeakMap<FileReference, Level[]>();

/** The units that a reference names, from the archive down to the file. */
export function levelsOf(reference: FileReference): readonly Level[] {
  const levels = held.get(reference) ?? readLevels(reference);
  held.set(reference, levels);
  return levels;
}

function readLevels({ archive, fonds, inventory, file }: FileReference): Level[] {
  const steps = [
    { level: "archive", reference: archive, parts: { archive, fonds: null, inventory: null, file: null } },
    { level: "fonds", reference: fonds, parts: { archive, fonds, inventory: null, file: null } },
    { level: "inventory", reference: inventory, parts: { archive, fonds, inventory, file: null } },
    { level: "file", reference: file, parts: { archive, fonds, inventory, file } },
  ] as const;
  return steps.map(({ level, reference, parts }) => ({
    level,
    reference,
    key: referenceKey(parts),
    path: printReference({ ...parts, sheets: [] }, "ru"),
    title: level === "archive" ? archive : "",
    position: Number(/\d{1,9}/.exec(reference)?.[0] ?? 0),
  }));
}
