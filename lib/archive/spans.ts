import type { Foliation } from "@/lib/archive/foliation";
import { countPositions, type Extent } from "@/lib/archive/positions";

/**
 * A stretch of positions with what is answered about it. The spans of a file form a *partition*: in order,
 * without gap or overlap, from its first position to its last. `wholeFile` makes one, and each function here
 * that takes a partition returns one, so a screen that uses nothing else cannot show a gap.
 */
export type Span<Answer> = Extent & { readonly answer: Answer };

/** Whether two answers are the same, so that neighbours that carry them become one span. */
export type SameAnswer<Answer> = (a: Answer, b: Answer) => boolean;

/** The partition with one span over everything; none for a file without sheets. */
export function wholeFile<Answer>(foliation: Foliation, answer: Answer): Span<Answer>[] {
  const count = countPositions(foliation);
  return count === 0 ? [] : [{ from: 0, to: count - 1, answer }];
}

/**
 * Gives a stretch of the partition a new answer and merges equal neighbours. `change` receives the answer
 * that stood there, so that one half of it can be kept; it is called once for each span that the extent
 * touches. Parts of the extent outside the file are ignored. Applying the same change twice changes nothing
 * more when `change` depends on nothing else.
 */
export function replaceExtent<Answer>(
  partition: readonly Span<Answer>[],
  extent: Extent,
  change: (answer: Answer) => Answer,
  same: SameAnswer<Answer>,
): Span<Answer>[] {
  const cut = splitSpan(splitSpan(partition, extent.from), extent.to + 1);
  const changed = cut.map((span) =>
    span.from >= extent.from && span.to <= extent.to ? { ...span, answer: change(span.answer) } : span,
  );
  return mergeEqual(changed, same);
}

/**
 * Cuts the span that runs across position `at`, so that one begins there; both parts keep the answer. Nothing
 * happens where a span begins already, or outside the file. The next merge joins what still answers alike.
 */
export function splitSpan<Answer>(partition: readonly Span<Answer>[], at: number): Span<Answer>[] {
  return partition.flatMap((span) =>
    span.from < at && at <= span.to
      ? [
          { ...span, to: at - 1 },
          { ...span, from: at },
        ]
      : [span],
  );
}

/** Joins neighbours whose answers are the same. */
export function mergeEqual<Answer>(
  partition: readonly Span<Answer>[],
  same: SameAnswer<Answer>,
): Span<Answer>[] {
  const merged: Span<Answer>[] = [];
  for (const span of partition) {
    const last = merged.at(-1);
    if (last && last.to + 1 === span.from && same(last.answer, span.answer)) {
      merged[merged.length - 1] = { ...last, to: span.to };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** The answer at a position; undefined outside the file. */
export function answerAt<Answer>(partition: readonly Span<Answer>[], position: number): Answer | undefined {
  return partition.find(({ from, to }) => from <= position && position <= to)?.answer;
}
