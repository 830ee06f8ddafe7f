import type pg from "pg";
import { printHead } from "@/lib/ledger/checkpoint";
import { leafOrRest } from "@/lib/ledger/leaf";
import { EMPTY_FRONTIER, extend, rootOf, type Frontier } from "@/lib/ledger/merkle";
import { readPeaks } from "@/lib/ledger/merkle-proof";
import { isKept, withNodes } from "@/lib/ledger/tiles";
import {
  inOneMoment,
  insertLeaves,
  insertNodes,
  readRow,
  readSize,
  readWaiting,
  type Node,
} from "@/lib/store/ledger";

/** How many entries are taken in one transaction. */
const batch = 20_000;

/**
 * Gives committed entries their places in the tree. There may be one of these at a time: `client` holds the
 * lock that says so, and writes through the same connection, so that both are lost together.
 */
export class Sequencer {
  private frontier: Frontier = EMPTY_FRONTIER;
  /** What was in the database at the last look; null when all of it has to be looked through. */
  private since: string | null = null;

  private constructor(
    private readonly client: pg.ClientBase,
    private readonly origin: string,
  ) {}

  static async open(client: pg.ClientBase, origin: string): Promise<Sequencer> {
    const sequencer = new Sequencer(client, origin);
    await sequencer.readFrontier();
    return sequencer;
  }

  get size(): number {
    return this.frontier.size;
  }

  /** The body of a checkpoint over all that has a place. */
  head(): string {
    return printHead({ origin: this.origin, size: this.size, root: rootOf(this.frontier) });
  }

  /** The next look is at everything. */
  forget(): void {
    this.since = null;
  }

  /** One look: gives how many entries were taken. After a fault everything is looked through again. */
  async round(): Promise<number> {
    try {
      return await this.take();
    } catch (fault) {
      this.since = null;
      await this.readFrontier();
      throw fault;
    }
  }

  private async take(): Promise<number> {
    const taken = await inOneMoment(this.client, async (snapshot) => {
      const waiting = await readWaiting(this.client, this.since, batch);
      if (waiting.length === 0) return { snapshot, frontier: this.frontier, count: 0 };
      const leaves = waiting.map(({ seq, bytes, salt }) => ({ seq, hash: leafOrRest(bytes, salt) }));
      const nodes: Node[] = [];
      const frontier = extend(
        this.frontier,
        leaves.map((leaf) => leaf.hash),
        (level, index, hash) => void (isKept(level) && nodes.push({ level, index, hash })),
      );
      await insertLeaves(this.client, this.size, leaves);
      await insertNodes(this.client, nodes);
      return { snapshot, frontier, count: waiting.length };
    });
    this.frontier = taken.frontier;
    // A full batch may have left some behind: they are looked for from the same moment on.
    if (taken.count < batch) this.since = taken.snapshot;
    return taken.count;
  }

  private async readFrontier(): Promise<void> {
    const size = await readSize(this.client);
    const rows = (level: number, from: number, to: number) => readRow(this.client, level, from, to);
    this.frontier = { size, peaks: await withNodes(rows, (read) => readPeaks(read, size)) };
  }
}
