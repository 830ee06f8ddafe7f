import { stateRows, type StateRow } from "@/lib/ledger/bundle";
import type { Fault } from "@/lib/ledger/fault";
import type { Folded } from "@/lib/ledger/fold";

/** Compares the tables with what the history folds to, row by row in the order of both. */
export class StateCheck {
  private readonly said: Iterator<StateRow>;
  private next: StateRow | null;
  private before: StateRow | null = null;
  /** The history never speaks of rules, and so may come from before the tables beside it held them. */
  private readonly rulesUnsaid: boolean;

  constructor(
    folded: Folded,
    private readonly report: (fault: Fault) => void,
  ) {
    this.rulesUnsaid = folded.rules.size === 1;
    this.said = stateRows(folded);
    this.next = this.step();
  }

  /** A row of a table, as the bundle holds it. */
  take(row: StateRow): void {
    if (this.before && !precedes(this.before, row)) this.fault(row, "does not stand in order");
    this.before = row;
    this.skipTo(row);
    const said = this.next;
    if (!said || precedes(row, said))
      return this.fault(row, "is in the tables, and the history does not know it");
    if (said.text !== row.text) this.fault(row, `the table says ${row.text}, the history ${said.text}`);
    this.next = this.step();
  }

  /** Takes a line if it is the one that the history says comes next: that need not be read. */
  takeSame(text: string): boolean {
    if (this.next?.text !== text) return false;
    this.take(this.next);
    return true;
  }

  /** The tables are at their end. */
  end(): void {
    this.skipTo(null);
  }

  private skipTo(row: StateRow | null): void {
    while (this.next && (!row || precedes(this.next, row))) {
      const unsaid = this.rulesUnsaid && this.next.of === "rules";
      if (!unsaid) this.fault(this.next, "is in the history, and not in the tables");
      this.next = this.step();
    }
  }

  private step(): StateRow | null {
    const step = this.said.next();
    return step.done ? null : step.value;
  }

  private fault({ of, id }: StateRow, what: string): void {
    this.report({ code: "state", at: `${of} ${id}`, index: null, what, since: null });
  }
}

/** Every difference between two states, the first of which the history says. */
export function compareStates(said: Folded, held: Folded): Fault[] {
  const faults: Fault[] = [];
  const check = new StateCheck(said, (fault) => faults.push(fault));
  for (const row of stateRows(held)) check.take(row);
  check.end();
  return faults;
}

const precedes = (a: StateRow, b: StateRow): boolean => a.of < b.of || (a.of === b.of && a.id < b.id);
