import type { Problem } from "./problem";
import { Summariser } from "./summarise";

/** What comparing one part of a table has found: thrown away when its transaction has to be tried again. */
export class Part {
  readonly summary = tableSummary();
  private readonly announced = new Set<string>();

  constructor(private readonly before: ReadonlySet<string>) {}

  /** A unit above the files is new once, however many parts of the table have files below it. */
  announce(key: string): boolean {
    if (this.before.has(key) || this.announced.has(key)) return false;
    this.announced.add(key);
    return true;
  }

  keys(): ReadonlySet<string> {
    return this.announced;
  }
}

/** The findings of all parts together. */
export class Gathering {
  readonly summary = tableSummary();
  private readonly announced = new Set<string>();

  constructor(problems: readonly Problem[] = []) {
    for (const problem of problems) this.summary.problem(problem);
  }

  part(): Part {
    return new Part(this.announced);
  }

  keep(part: Part): void {
    this.summary.absorb(part.summary);
    for (const key of part.keys()) this.announced.add(key);
  }
}

const tableSummary = (): Summariser =>
  new Summariser("table", "", ["unit", "file", "person", "mention", "case", "material"]);
