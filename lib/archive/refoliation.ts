import type { Foliation } from "@/lib/archive/foliation";
import { countPositions, labelAt, positionOf, type Extent } from "@/lib/archive/positions";
import { answerAt, mergeEqual, type SameAnswer, type Span } from "@/lib/archive/spans";

/**
 * Carries a cited extent over to a corrected foliation by the labels at its ends, since the number of a sheet
 * is its identity. Null when either end is no longer there: somebody has to look.
 */
export function moveExtent(extent: Extent, before: Foliation, after: Foliation): Extent | null {
  const [from, to] = [extent.from, extent.to].map((position) => {
    const label = labelAt(before, position);
    return label === null ? null : positionOf(after, label);
  });
  return typeof from === "number" && typeof to === "number" && from <= to ? { from, to } : null;
}

/**
 * Carries a partition over to a corrected foliation: every sheet that was there keeps its answer, every new
 * one gets `fresh` (nobody has judged it yet), what is gone drops out. The result is a partition again.
 */
export function carryOver<Answer>(
  partition: readonly Span<Answer>[],
  before: Foliation,
  after: Foliation,
  fresh: Answer,
  same: SameAnswer<Answer>,
): Span<Answer>[] {
  const spans = Array.from({ length: countPositions(after) }, (_, position): Span<Answer> => {
    const label = labelAt(after, position);
    const old = label && positionOf(before, label);
    const answer = old === null ? undefined : answerAt(partition, old);
    return { from: position, to: position, answer: answer === undefined ? fresh : answer };
  });
  return mergeEqual(spans, same);
}
