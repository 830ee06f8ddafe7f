/**
 * Which files of a table are looked at together: those that a person or a case binds, never apart, and as many others
 * as make a batch. Files keep the order in which the table names them.
 *
 * @param count how many files there are, numbered from 0
 * @param bonds files that belong together, several at a time
 * @param size how many files make a batch; a batch is larger only where its files are bound
 */
export function layOutBatches(
  count: number,
  bonds: readonly (readonly number[])[],
  size: number,
): number[][] {
  const roots = bind(count, bonds);
  const bound = new Map<number, number[]>();
  for (let place = 0; place < count; place++) {
    const root = find(roots, place);
    if (root === place) continue;
    const others = bound.get(root);
    if (others) others.push(place);
    else bound.set(root, [root, place]);
  }
  const batches: number[][] = [];
  let batch: number[] = [];
  for (let place = 0; place < count; place++) {
    if (find(roots, place) !== place) continue;
    for (const one of bound.get(place) ?? [place]) batch.push(one);
    if (batch.length < size) continue;
    batches.push(batch);
    batch = [];
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** The first file of each group is its root (union-find with halved paths). */
function bind(count: number, bonds: readonly (readonly number[])[]): Int32Array {
  const roots = Int32Array.from({ length: count }, (_, place) => place);
  for (const [first, ...others] of bonds) {
    for (const other of others) {
      const [a, b] = [find(roots, first!), find(roots, other)];
      roots[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return roots;
}

function find(roots: Int32Array, place: number): number {
  let at = place;
  while (roots[at]! !== at) {
    roots[at] = roots[roots[at]!]!;
    at = roots[at]!;
  }
  return at;
}
