import type { NewUnit } from "@/lib/store/intake-units";
import { Summariser, type Found } from "./summarise";

/** A unit above the files, and the row that speaks of it first. */
export type Above = { unit: NewUnit; row: number };
type Shelves = ReadonlyMap<string, Above>;

/** What comparing one part of a table has found: thrown away when its transaction has to be tried again. */
export class Part {
  readonly summary = tableSummary();
  /** Units above the files that this part is the first to need. */
  readonly above = new Map<string, Above>();

  constructor(private readonly before: Shelves) {}

  /** A unit above the files is new once, however many parts of the table have files below it. */
  idAbove(key: string): string | null {
    return (this.before.get(key) ?? this.above.get(key))?.unit.id ?? null;
  }
}

/** The findings of all parts together. */
export class Gathering {
  readonly summary = tableSummary();
  private readonly above = new Map<string, Above>();

  part(): Part {
    return new Part(this.above);
  }

  /** A part that nothing else keeps, with its problems. */
  keep(part: Part): void {
    this.announce([...part.above.values()]);
    this.summary.absorb(part.summary.found(), part.summary.allProblems());
  }

  /** What a part has found; who wrote it down has its problems. */
  count(found: Found): void {
    this.summary.absorb(found);
  }

  /** Units above the files, parents before their children. */
  announce(shelves: readonly Above[]): void {
    for (const one of shelves) {
      const { source_key: key, ref_path: name } = one.unit;
      if (this.above.has(key)) continue;
      this.above.set(key, one);
      this.summary.added({ noun: "unit", name, detail: "", at: one.row }, key);
    }
  }

  shelves(): Above[] {
    return [...this.above.values()];
  }
}

const tableSummary = (): Summariser =>
  new Summariser("table", "", ["unit", "file", "person", "mention", "case", "material"]);

/** The units above the files as they are written. */
export const shelvesOf = (gathering: Gathering): NewUnit[] => gathering.shelves().map(({ unit }) => unit);
