import { stateLines } from "@/lib/ledger/bundle";
import type { Fault } from "@/lib/ledger/fault";
import type { Folded } from "@/lib/ledger/fold";

type Row = { of: string; id: string; text: string };

/** Compares the tables with what the history folds to, row by row in the order of both. */
export class StateCheck {
  private readonly said: Iterator<Row>;
  private next: Row | null;
  private before: Row | null = null;
  /** The history never speaks of rules, and so may come from before the tables beside it held them. */
  private readonly rulesUnsaid: boolean;

  constructor(
    folded: Folded,
    private readonly report: (fault: Fault) => void,
  ) {
    this.rulesUnsaid = folded.rules.size === 1;
    this.said = rowsOf(folded);
    this.next = this.step();
  }

  /** A row of a table, as the bundle holds it. */
  take(row: Row): void {
    if (this.before && !precedes(this.before, row)) this.fault(row, "does not stand in order");
    this.before = row;
    this.skipTo(row);
    const said = this.next;
    if (!said || precedes(row, said))
      return this.fault(row, "is in the tables, and the history does not know it");
    if (said.text !== row.text) this.fault(row, `the table says ${row.text}, the history ${said.text}`);
    this.next = this.step();
  }

  /** The tables are at their end. */
  end(): void {
    this.skipTo(null);
  }

  private skipTo(row: Row | null): void {
    while (this.next && (!row || precedes(this.next, row))) {
      const unsaid = this.rulesUnsaid && this.next.of === "rules";
      if (!unsaid) this.fault(this.next, "is in the history, and not in the tables");
      this.next = this.step();
    }
  }

  private step(): Row | null {
    const step = this.said.next();
    return step.done ? null : step.value;
  }

  private fault({ of, id }: Row, what: string): void {
    this.report({ code: "state", at: `${of} ${id}`, index: null, what, since: null });
  }
}

/** Every difference between two states, the first of which the history says. */
export function compareStates(said: Folded, held: Folded): Fault[] {
  const faults: Fault[] = [];
  const check = new StateCheck(said, (fault) => faults.push(fault));
  for (const row of rowsOf(held)) check.take(row);
  check.end();
  return faults;
}

function* rowsOf(folded: Folded): Generator<Row> {
  for (const text of stateLines(folded)) {
    const { of, id } = JSON.parse(text) as Row;
    yield { of, id, text };
  }
}

const precedes = (a: Row, b: Row): boolean => a.of < b.of || (a.of === b.of && a.id < b.id);
