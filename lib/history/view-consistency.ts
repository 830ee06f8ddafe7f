/** The sizes of two heads; null where none was given. */
export type ConsistencyAsked = { from: number | null; to: number | null };

export type HeadShown = { size: number; root: string; at: string; witnesses: readonly string[] };

export type ConsistencyPage = {
  asked: ConsistencyAsked;
  /** Of the newest heads, to choose from. */
  sizes: readonly number[];
  problem: { is: "order" } | { is: "missing"; size: number; near: readonly number[] } | null;
  found: { older: HeadShown; newer: HeadShown; holds: boolean; steps: readonly string[] } | null;
};
