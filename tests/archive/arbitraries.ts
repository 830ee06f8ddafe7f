import fc from "fast-check";
import { makeFoliation } from "@/lib/archive/foliation";
import { compareLabels, LEAF_LETTERS } from "@/lib/archive/sheet-label";

/** Leaves with letters now and then, close together so that collisions and runs happen. */
export const leaf = fc.record({
  number: fc.integer({ min: 1, max: 40 }),
  letter: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, fc.constantFrom(...LEAF_LETTERS)),
});

export const label = fc.tuple(leaf, fc.boolean()).map(([side, verso]) => ({ ...side, verso }));

export const range = fc
  .tuple(label, label)
  .map(([a, b]) => (compareLabels(a, b) <= 0 ? { from: a, to: b } : { from: b, to: a }));

export const foliation = fc.array(leaf, { minLength: 1, maxLength: 60 }).map(makeFoliation);
