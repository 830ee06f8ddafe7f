import type { NewUnit } from "@/lib/store/intake-units";
import { Summariser, type Found } from "./summarise";

/** A unit above the files, and the row that speaks of it first. */
export type Above = { unit: NewUnit; row: number };
type Shelves = ReadonlyMap<string, Above>;

/** What comparing one part of a table has found: thrown away when its transaction has to be tried again. */
export class Part {
  readonly summary = tableSummary();
  /** Units above the files that this part needs and that none before it has kept. */
  readonly above = new Map<string, Above>();

  constructor(
    private readonly before: Shelves,
    private readonly coming: Map<string, NewUnit>,
  ) {}

  /** A unit above the files is new once, however many parts of the table have files below it. */
  idAbove(key: string, row: number): string | null {
    const known = this.before.get(key) ?? this.above.get(key);
    if (known) return known.unit.id;
    const coming = this.coming.get(key);
    if (coming) this.above.set(key, { unit: coming, row });
    return coming?.id ?? null;
  }

  addAbove(unit: NewUnit, row: number): void {
    this.coming.set(unit.source_key, unit);
    this.above.set(unit.source_key, { unit, row });
  }
}

/** The findings of all parts together. Some may be compared side by side; they are counted in their order. */
export class Gathering {
  readonly summary = tableSummary();
  private readonly above = new Map<string, Above>();
  /** Of parts that are still being compared too. */
  private readonly coming = new Map<string, NewUnit>();

  part(): Part {
    return new Part(this.above, this.coming);
  }

  /** The units above the files for which this part stands. */
  newAbove(part: Part): Above[] {
    return [...part.above.values()].filter(({ unit }) => !this.above.has(unit.source_key));
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
