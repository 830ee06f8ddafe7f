import { createHash } from "node:crypto";
import type { Problem } from "./problem";
import type { ChangedSample, LeftOut, Noun, Sample, Summary, Tally } from "./view";

/** What was found in a part of a file, as it is kept. Of its problems their number alone: they have a list of their own. */
export type Found = Omit<
  Summary,
  "kind" | "title" | "reading" | "part" | "mapping" | "problems" | "duplicates"
>;

/** How much of a list a person can look through. */
export const SHOWN = {
  added: 12,
  changed: 100,
  missing: 12,
  problems: 500,
  remarks: 50,
  left: 1000,
  duplicates: 50,
} as const;

/**
 * Gathers what a comparison has found into what a person is shown. Parts of a large file have one each; a remark or a
 * sample beyond what is shown is counted only.
 */
export class Summariser {
  private readonly hash = createHash("sha256");
  /** Over the parts that were taken over, apart from what is found here: in whatever turns the two come. */
  private readonly parts = createHash("sha256");
  private readonly counts: Partial<Record<Noun, Tally>> = {};
  private readonly lists = { added: [] as Sample[], changed: [] as ChangedSample[], missing: [] as Sample[] };
  private readonly problems: Problem[] = [];
  private readonly remarks: Problem[] = [];
  private left: LeftOut | undefined;
  private problemCount = 0;
  private remarkCount = 0;

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
    if (this.countOf(sample.noun) < SHOWN.added) this.lists.added.push({ key, ...sample });
  }

  /** Something new that another sample shows already. */
  counted(noun: Noun, key: string): void {
    this.tally(noun).added += 1;
    this.hash.update(`+${noun}:${key}\n`);
  }

  changed(sample: ChangedSample, key: string): void {
    this.tally(sample.noun).changed += 1;
    this.hash.update(`~${sample.noun}:${key}${JSON.stringify(sample.changes)}\n`);
    if (this.lists.changed.length < SHOWN.changed) this.lists.changed.push({ key, ...sample });
  }

  /** Something new or different that was left out by choice: what would be done does not tell of it. */
  leave(way: "added" | "changed", sample: Sample, single: boolean): void {
    const tally = this.tally(sample.noun);
    tally.left = (tally.left ?? 0) + 1;
    this.left ??= { added: 0, changed: 0, shown: [] };
    this.left[way] += 1;
    if (single && this.left.shown.length < SHOWN.left) this.left.shown.push(sample);
  }

  missing(sample: Sample, key: string): void {
    this.tally(sample.noun).missing += 1;
    this.hash.update(`-${sample.noun}:${key}\n`);
    if (this.lists.missing.length < SHOWN.missing) this.lists.missing.push(sample);
  }

  problem(problem: Problem): void {
    this.hash.update(`!${JSON.stringify(problem)}\n`);
    this.problems.push(problem);
    this.problemCount += 1;
  }

  remark(problem: Problem): void {
    this.remarkCount += 1;
    if (this.remarks.length < SHOWN.remarks) this.remarks.push(problem);
  }

  /** What stands for everything found so far. */
  digest(): string {
    return this.hash.copy().update(this.parts.copy().digest()).digest("hex");
  }

  /** Takes over what was found in a part of the file; its problems come along where somebody has them. */
  absorb(part: Found, problems: readonly Problem[] = []): void {
    for (const [noun, tally] of Object.entries(part.counts) as [Noun, Tally][]) {
      const own = this.tally(noun);
      for (const way of ["added", "changed", "unchanged", "missing"] as const) own[way] += tally[way];
      if (tally.left !== undefined) own.left = (own.left ?? 0) + tally.left;
    }
    if (part.left) this.absorbLeft(part.left);
    for (const sample of part.added) {
      if (this.countOf(sample.noun) < SHOWN.added) this.lists.added.push(sample);
    }
    for (const list of ["changed", "missing"] as const) {
      const room = SHOWN[list] - this.lists[list].length;
      (this.lists[list] as Sample[]).push(...part[list].slice(0, Math.max(0, room)));
    }
    this.remarks.push(...part.remarks.slice(0, SHOWN.remarks - this.remarks.length));
    this.problems.push(...problems);
    this.problemCount += part.problemCount;
    this.remarkCount += part.remarkCount;
    this.parts.update(`${part.digest}\n`);
  }

  /** Rows that were turned down before anything was compared, and stand in a list of their own. */
  turnedDown(count: number): void {
    this.problemCount += count;
  }

  /** In the order of the file. */
  allProblems(): Problem[] {
    return [...this.problems].sort((a, b) => placeOf(a) - placeOf(b));
  }

  found(): Found {
    const { counts, lists, problemCount, remarks, remarkCount, left } = this;
    const found = { counts, ...lists, problemCount, remarks, remarkCount, digest: this.digest() };
    return left ? { ...found, left } : found;
  }

  finish(): Summary {
    const { kind, title } = this;
    const problems = this.allProblems().slice(0, SHOWN.problems);
    return { kind, title, reading: null, part: null, mapping: null, ...this.found(), problems };
  }

  private absorbLeft({ added, changed, shown }: LeftOut): void {
    const own = (this.left ??= { added: 0, changed: 0, shown: [] });
    own.added += added;
    own.changed += changed;
    own.shown.push(...shown.slice(0, SHOWN.left - own.shown.length));
  }

  private tally(noun: Noun): Tally {
    return (this.counts[noun] ??= { added: 0, changed: 0, unchanged: 0, missing: 0 });
  }

  private countOf(noun: Noun): number {
    return this.lists.added.filter((sample) => sample.noun === noun).length;
  }
}

function placeOf({ place }: Problem): number {
  if (place.kind === "file" || place.kind === "entry") return 0;
  return place.kind === "line" ? place.line : place.row;
}
