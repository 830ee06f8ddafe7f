import { parseHead } from "@/lib/ledger/checkpoint";
import type { KeeperAnswer } from "@/lib/ledger/keeper";
import { proveConsistency } from "@/lib/ledger/merkle-proof";
import { checkSignature, parseLine, parseNote, printNote } from "@/lib/ledger/note";
import { withNodes } from "@/lib/ledger/tiles";
import type { Queryable } from "@/lib/store/client";
import { insertCheckpoint, insertCosignature, readNewestCheckpoint, readRow } from "@/lib/store/ledger";
import type { Keeper } from "./keeper";
import type { Keepers } from "./keepers";
import type { Halt } from "./view";

/** Somebody who signed before will not go on from what is here. */
export class Contradiction extends Error {
  constructor(readonly halt: Halt) {
    super(`${halt.by} signed another history: ${halt.why}, ${halt.witnessed} against ${halt.here}`);
  }
}

/** How long a witness that failed is left alone (milliseconds). */
const patience = 5000;

/** Signs heads, and takes them to the witnesses; each witness at its own pace, always with the newest. */
export class Publisher {
  private newest: { size: number; note: string } | null = null;
  private readonly busy = new Map<Keeper, Promise<void>>();
  /** What each witness has signed last, and until when one that failed is left alone. */
  private readonly told = new Map<Keeper, number>();
  private readonly rest = new Map<Keeper, number>();

  private constructor(
    readonly db: Queryable,
    private readonly keepers: Keepers,
    private readonly trouble: (witness: Keeper, fault: unknown) => void,
  ) {}

  static async open(
    db: Queryable,
    keepers: Keepers,
    trouble: (witness: Keeper, fault: unknown) => void,
  ): Promise<Publisher> {
    const publisher = new Publisher(db, keepers, trouble);
    publisher.newest = await readNewestCheckpoint(db);
    return publisher;
  }

  get size(): number {
    return this.newest?.size ?? 0;
  }

  /** Signs this head, when it is larger than the last. Throws a Contradiction when the signer will not. */
  async sign(body: string): Promise<void> {
    const size = parseHead(body)?.size ?? 0;
    if (size <= this.size) return;
    const { signer } = this.keepers;
    const line = await this.ask(signer, body, size, this.size);
    const signature = parseLine(line);
    if (!signature) throw new Error("the signer answered without a signature");
    const note = printNote({ body, signatures: [signature] });
    await insertCheckpoint(this.db, size, note);
    this.newest = { size, note };
  }

  /** Sends the newest checkpoint to each witness that has not signed it and is not at work. Waits for nobody. */
  tell(): void {
    const { newest } = this;
    if (!newest) return;
    for (const witness of this.keepers.witnesses) {
      const resting = (this.rest.get(witness) ?? 0) > performance.now();
      if (resting || this.busy.has(witness) || this.told.get(witness) === newest.size) continue;
      const work = this.cosign(witness, newest)
        .catch((fault: unknown) => {
          this.rest.set(witness, performance.now() + patience);
          this.trouble(witness, fault);
        })
        .finally(() => this.busy.delete(witness));
      this.busy.set(witness, work);
    }
  }

  /** Until every witness that was told has answered. */
  async settle(): Promise<void> {
    await Promise.all(this.busy.values());
  }

  private async cosign(witness: Keeper, { size, note }: { size: number; note: string }): Promise<void> {
    const line = await this.ask(witness, note, size, size);
    await insertCosignature(this.db, size, witness.key.name, line);
    this.told.set(witness, size);
  }

  /** Asks, and asks again from where they say they are. */
  private async ask(keeper: Keeper, text: string, size: number, guess: number): Promise<string> {
    let older = guess;
    for (let tries = 0; tries < 3; tries++) {
      const answer: KeeperAnswer = await keeper.ask({ text, older, proof: await this.prove(older, size) });
      if (answer.is === "signed") return refuseFalse(answer.line, text, keeper);
      const witnessed = answer.is === "have" ? answer.size : older;
      const halt = { witnessed, here: size, by: keeper.key.name };
      if (answer.is === "refused") throw new Contradiction({ why: "other", ...halt });
      if (answer.size > size) throw new Contradiction({ why: "behind", ...halt });
      // Whoever signed another root of this very size says no more than that.
      if (answer.size === size && older === size) throw new Contradiction({ why: "other", ...halt });
      older = answer.size;
    }
    throw new Error(`${keeper.key.name} does not say where it is`);
  }

  private async prove(older: number, newer: number): Promise<Buffer[]> {
    if (older === 0 || older >= newer) return [];
    const rows = (level: number, from: number, to: number) => readRow(this.db, level, from, to);
    return withNodes(rows, (read) => proveConsistency(read, older, newer));
  }
}

/** How far a witness's clock may be from ours (seconds). */
const skew = 300;

/** What comes back is kept for good: a false line, or one of another time, would stand against the history. */
function refuseFalse(line: string, text: string, { key }: Keeper): string {
  const signature = parseLine(line);
  const body = key.kind === "log" ? text : (parseNote(text)?.body ?? "");
  const checked = signature && checkSignature(body, signature, [key]);
  if (!checked) throw new Error(`${key.name} answered with a false signature`);
  if (checked.seconds !== null && Math.abs(checked.seconds - Date.now() / 1000) > skew)
    throw new Error(`the clock of ${key.name} is more than ${skew} seconds from ours`);
  return line;
}
