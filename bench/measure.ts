/** What a run reports; only the keys that apply. Ratios are what counts: machines are noisy. */
export type Figures = {
  rows?: number;
  p50_ms?: number;
  p95_ms?: number;
  p99_ms?: number;
  max_ms?: number;
  rate_per_s?: number;
  ratio?: number;
  /** The share of what an oracle holds to be right that was found. */
  recall?: number;
  memory_mb?: number;
  /** Where an operation has stages: the figures of each. */
  stages?: Record<string, Record<string, number>>;
  settings?: Record<string, string>;
  contenders?: Record<string, Record<string, number>>;
};
export type Bench = (options: { quick: boolean }) => Promise<Figures>;

/** Begins to look at the memory of this process; called, it gives the most that was resident meanwhile (MB). */
export function measureMemory(): () => number {
  let most = process.memoryUsage.rss();
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 200);
  return () => {
    clearInterval(look);
    return Math.round(Math.max(most, process.memoryUsage.rss()) / 1_000_000);
  };
}

/** Nearest-rank percentile of milliseconds, rounded to hundredths. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1);
  return Math.round((sorted[Math.max(0, at)] ?? 0) * 100) / 100;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Runs `work` for each item one at a time and returns the milliseconds of each. */
export async function oneByOne<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const began = performance.now();
    await work(item);
    times.push(performance.now() - began);
  }
  return times;
}

/** Items a second with this many workers that each take the next item. */
export async function rateOf<T>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const waiting = [...items];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
  return Math.round(items.length / ((performance.now() - began) / 1000));
}
