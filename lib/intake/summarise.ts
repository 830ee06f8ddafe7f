import { createHash } from "node:crypto";
import type { Problem } from "./problem";
import type { ChangedSample, Noun, Sample, Summary, Tally } from "./view";

const SHOWN = { added: 12, changed: 100, missing: 12, problems: 500, remarks: 50 } as const;

/**
 * Gathers what a comparison has found into what a person is shown. Parts of a large file have one each; a remark or a
 * sample beyond what is shown is counted only.
 */
export class Summariser {
  private readonly hash = createHash("sha256");
  private readonly counts: Partial<Record<Noun, Tally>> = {};
  private readonly lists = { added: [] as Sample[], changed: [] as ChangedSample[], missing: [] as Sample[] };
  private readonly problems: Problem[] = [];
  private readonly remarks: Problem[] = [];

  /** A kind of thing that the file can bring is counted even when there is none. */
  constructor(
    private readonly kind: Summary["kind"],
    private readonly title: string,
    kinds: readonly Noun[],
  ) {
    for (const noun of kinds) this.counts[noun] = { added: 0, changed: 0, unchanged: 0, missing: 0 };
  }

  unchanged(noun: Noun, count = 1): void {
    this.tally(noun).unchanged += count;
  }

  added(sample: Sample, key: string): void {
    this.counted(sample.noun, key);
    if (this.countOf(sample.noun) < SHOWN.added) this.lists.added.push(sample);
  }

  /** Something new that another sample shows already. */
  counted(noun: Noun, key: string): void {
    this.tally(noun).added += 1;
    this.hash.update(`+${noun}:${key}\n`);
  }

  changed(sample: ChangedSample, key: string): void {
    this.tally(sample.noun).changed += 1;
    this.hash.update(`~${sample.noun}:${key}${JSON.stringify(sample.changes)}\n`);
    if (this.lists.changed.length < SHOWN.changed) this.lists.changed.push(sample);
  }

  missing(sample: Sample, key: string): void {
    this.tally(sample.noun).missing += 1;
    this.hash.update(`-${sample.noun}:${key}\n`);
    if (this.lists.missing.length < SHOWN.missing) this.lists.missing.push(sample);
  }

  problem(problem: Problem): void {
    this.hash.update(`!${JSON.stringify(problem)}\n`);
    this.problems.push(problem);
  }

  remark(problem: Problem): void {
    this.remarks.push(problem);
  }

  /** What stands for everything found so far. */
  digest(): string {
    return this.hash.copy().digest("hex");
  }

  /** Takes over what was found in a part of the file. */
  absorb(part: Summariser): void {
    for (const [noun, tally] of Object.entries(part.counts) as [Noun, Tally][]) {
      const own = this.tally(noun);
      for (const way of ["added", "changed", "unchanged", "missing"] as const) own[way] += tally[way];
    }
    for (const sample of part.lists.added) {
      if (this.countOf(sample.noun) < SHOWN.added) this.lists.added.push(sample);
    }
    for (const list of ["changed", "missing"] as const) {
      const room = SHOWN[list] - this.lists[list].length;
      (this.lists[list] as Sample[]).push(...part.lists[list].slice(0, Math.max(0, room)));
    }
    this.problems.push(...part.problems);
    this.remarks.push(...part.remarks);
    this.hash.update(`*${part.digest()}\n`);
  }

  /** In the order of the file. */
  allProblems(): Problem[] {
    return [...this.problems].sort((a, b) => placeOf(a) - placeOf(b));
  }

  finish(): Summary {
    const inOrder = this.allProblems();
    return {
      kind: this.kind,
      title: this.title,
      reading: null,
      counts: this.counts,
      ...this.lists,
      problems: inOrder.slice(0, SHOWN.problems),
      problemCount: this.problems.length,
      remarks: this.remarks.slice(0, SHOWN.remarks),
      remarkCount: this.remarks.length,
      digest: this.digest(),
    };
  }

  private tally(noun: Noun): Tally {
    return (this.counts[noun] ??= { added: 0, changed: 0, unchanged: 0, missing: 0 });
  }

  private countOf(noun: Noun): number {
    return this.lists.added.filter((sample) => sample.noun === noun).length;
  }
}

function placeOf({ place }: Problem): number {
  if (place.kind === "file") return 0;
  return place.kind === "line" ? place.line : place.row;
}
