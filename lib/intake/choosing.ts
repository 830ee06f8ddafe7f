import type { FieldChange } from "./compare-units";
import type { Summariser } from "./summarise";
import { thingOf, type Leave, type Noun, type Sample } from "./view";

/** What of an import is taken. Everything new or different is asked here, and told to the summary either way. */
export class Choosing {
  private readonly things: ReadonlySet<string>;
  /** What is new and left out. */
  private readonly behind = new Set<string>();

  constructor(
    private readonly leave: Leave,
    private readonly summary: Summariser,
  ) {
    this.things = new Set(leave.things);
  }

  /** Something new: is it taken? What hangs on something that is left out is left with it. */
  added(sample: Sample, key: string, hangsOnLeft = false): boolean {
    const { thing, single } = this.find(sample, key);
    if (!single && !hangsOnLeft && !this.leave.added) {
      this.summary.added(sample, key);
      return true;
    }
    this.behind.add(thing);
    this.summary.leave("added", { key, ...sample }, single);
    return false;
  }

  /** Of the changes of something that is there, those that are made: all, or none. */
  compared(sample: Sample, key: string, changes: FieldChange[]): FieldChange[] {
    const { single } = this.find(sample, key);
    if (changes.length === 0) this.summary.unchanged(sample.noun);
    else if (single || this.leave.changed) this.summary.leave("changed", { key, ...sample }, single);
    else {
      this.summary.changed({ ...sample, changes }, key);
      return changes;
    }
    return [];
  }

  /** Something new that is left out. */
  isLeft(noun: Noun, key: string): boolean {
    return this.behind.has(thingOf(noun, key));
  }

  private find(sample: Sample, key: string): { thing: string; single: boolean } {
    const thing = thingOf(sample.noun, sample.key ?? key);
    return { thing, single: this.things.has(thing) };
  }
}
