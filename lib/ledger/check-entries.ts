import type { BundleKind, EntryLine } from "@/lib/ledger/bundle";
import { checkTime, fitsKind, isoOf, readEntryLine, type Finding } from "@/lib/ledger/check-entry";
import { SigningCheck } from "@/lib/ledger/check-signing";
import type { TreeCheck } from "@/lib/ledger/check-tree";
import type { Entry } from "@/lib/ledger/entry";
import type { Fault } from "@/lib/ledger/fault";
import { foldEntry, type Folded, type Folding } from "@/lib/ledger/fold";
import { isPayload } from "@/lib/ledger/shape";

/** How long an entry may wait for a witnessed checkpoint (seconds). */
export const INTERVAL = 60;

/** What a line said of which the scanner is sure (scan-entry.ts): its number, its time in milliseconds since 1970. */
export type Sure = Readonly<
  { index: number; time: number; sample: boolean; folds: boolean } & Record<
    "actorFrom" | "actorTo" | "payloadFrom" | "payloadTo",
    number
  >
>;

/** Judges the entries one after the other: leaf, number, time, and what they do to the tables. */
export class EntriesCheck {
  count = 0;
  private readonly signing = new SigningCheck();
  private newest: number | null = null;
  /** The earliest entry after the last proof, as long as no proof covers it. */
  private waiting: { index: number; at: number } | null = null;

  constructor(
    private readonly kind: BundleKind,
    private readonly tree: TreeCheck,
    private readonly folded: Folded,
    private readonly add: (fault: Fault) => void,
  ) {}

  /** A line that the parser has read; null for one that is no entry's. */
  take(line: EntryLine | null): void {
    const index = this.count++;
    if (!line || !fitsKind(line, this.kind)) {
      this.report(index, { code: "line", what: "is not the line of an entry of this kind" });
      return this.grow(Buffer.alloc(32), 0);
    }
    this.judgeNumber(index, line.index);
    const read = readEntryLine(line, this.kind);
    if ("code" in read) this.report(index, read);
    else this.takeIn(index, Date.parse(read.entry.at), read.entry.sample, read.entry);
    this.grow(line.leaf, 0);
  }

  /** A line that is sure; false, and nothing is done, where its payload lacks what the fold needs. */
  takeSure(bytes: Buffer, said: Sure, leaves: Uint8Array, place: number): boolean {
    let does: Folding | null = null;
    if (said.folds) {
      const payload = valueIn(bytes, said.payloadFrom, said.payloadTo);
      if (!isPayload(payload, this.kind)) return false;
      const actor = valueIn(bytes, said.actorFrom, said.actorTo) as Entry["actor"];
      does = { actor, at: new Date(said.time).toISOString(), payload };
    }
    const index = this.count++;
    this.judgeNumber(index, said.index);
    this.takeIn(index, said.time, said.sample, does);
    this.grow(leaves, place);
    return true;
  }

  /** Whether an entry has waited too long for a proof; `now` as in `Trust`. */
  judgeWaiting(now?: number): void {
    if (!this.waiting) return;
    const { index, at } = this.waiting;
    const times = now === undefined ? [this.newest, this.tree.proven.seconds] : [now];
    const known = times.filter((time) => time !== null);
    const latest = Math.max(...known);
    if (known.length === 0 || latest - at <= INTERVAL) return;
    const what = `no witnessed checkpoint covers the entries from here on, at ${isoOf(latest)}`;
    this.report(index, { code: "late", what });
  }

  private judgeNumber(index: number, said: number): void {
    if (said !== index) this.report(index, { code: "missing", what: `the number here is ${said}` });
  }

  /** An entry that gives its leaf; null where it does nothing to the tables. */
  private takeIn(index: number, time: number, sample: boolean, does: Folding | null): void {
    const late = checkTime(time, sample, this.tree.proven.seconds);
    if (late) this.report(index, late);
    // Without names and reasons a statement cannot be read, nor what was signed be compared with it.
    const forged = does && this.kind === "full" ? this.signing.take(does, this.folded) : null;
    if (forged) this.report(index, { code: "signature", what: forged });
    const wrong = does && foldEntry(this.folded, does);
    if (wrong) this.report(index, { code: "order", what: wrong });
    const written = time / 1000;
    if (!this.waiting || written < this.waiting.at) this.waiting = { index, at: written };
    if (!sample) this.newest = Math.max(this.newest ?? written, written);
  }

  private grow(leaves: Uint8Array, place: number): void {
    this.tree.add(leaves, place);
    if (this.tree.proven.size === this.count) this.waiting = null;
  }

  private report(index: number, { code, what }: Finding): void {
    this.add({ code, at: `entry ${index}`, index, what, since: this.tree.proven.seconds });
  }
}

const valueIn = (bytes: Buffer, from: number, to: number): unknown =>
  JSON.parse(bytes.toString("utf8", from, to)) as unknown;
