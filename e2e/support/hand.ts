import type { Locator, Page } from "@playwright/test";
import { accountOf } from "./session";

/** What one person's part took: clicks and keys beyond content, passwords, time, and the most for one item. */
export type Tally = { items: number; actions: number; passwords: number; seconds: number; most: number };

/**
 * A person at work whose hand is counted. What is typed and chosen as content (a text, a date, an answer to a
 * question of substance) is no action; everything that only moves the work on is.
 */
export class Hand {
  private actions = 0;
  private passwords = 0;
  readonly tally: Tally = { items: 0, actions: 0, passwords: 0, seconds: 0, most: 0 };

  constructor(
    readonly page: Page,
    readonly login: string,
  ) {}

  async click(control: Locator): Promise<void> {
    this.actions += 1;
    await control.click();
  }

  /** From a link that somebody was sent, or a bookmark: one action. */
  async open(address: string): Promise<void> {
    this.actions += 1;
    await this.page.goto(address);
  }

  async password(field = this.page.locator("main input[type=password]")): Promise<void> {
    this.passwords += 1;
    await field.first().fill(accountOf(this.login).password);
  }

  /** Counts what `work` takes for so many items. */
  async does(items: number, work: () => Promise<void>): Promise<void> {
    const began = performance.now();
    [this.actions, this.passwords] = [0, 0];
    await work();
    const { tally } = this;
    tally.items += items;
    tally.actions += this.actions;
    tally.passwords += this.passwords;
    tally.seconds += (performance.now() - began) / 1000;
    tally.most = Math.max(tally.most, this.actions);
  }
}

/** One line a part, for the console. */
export function printTallies(tallies: ReadonlyMap<string, Tally>): string {
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, n) => (n === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join("");
  const rows = [...tallies].map(([part, { items, actions, passwords, seconds, most }]) =>
    line(part, items, actions, (actions / items).toFixed(2), most, passwords, (seconds / items).toFixed(1)),
  );
  return [line("part", "items", "actions", "a item", "most", "passwords", "s an item"), ...rows].join("\n");
}
