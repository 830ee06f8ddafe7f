import { createHash } from "node:crypto";
import { readLine, type EntryLine, type Header } from "@/lib/ledger/bundle";
import { checkTime, isoOf, readEntryLine } from "@/lib/ledger/check-entry";
import { readHeads, readSeen, type Claim, type Trust } from "@/lib/ledger/check-heads";
import { StateCheck } from "@/lib/ledger/check-state";
import { TreeCheck } from "@/lib/ledger/check-tree";
import type { Entry } from "@/lib/ledger/entry";
import type { Fault, FaultCode, Verdict } from "@/lib/ledger/fault";
import { emptyFold, foldEntry } from "@/lib/ledger/fold";

/** How long an entry may wait for a witnessed checkpoint (seconds). */
export const INTERVAL = 60;
const mostFaults = 1000;

/**
 * Checks a history line by line (docs/ledger.md), in one pass and without holding it. Lines are given in order and
 * without their line breaks; a line that is no text any more is given as null.
 */
export class HistoryCheck {
  private readonly faults: Fault[] = [];
  private readonly digest = createHash("sha256");
  private readonly seen: readonly Claim[];
  private readonly notes: string[] = [];
  private readonly folded = emptyFold();
  private header: Header | null = null;
  private tree: TreeCheck | null = null;
  private state: StateCheck | null = null;
  private ended = false;
  private lines = 0;
  private entries = 0;
  private newest = 0;
  /** The first entry after the last proof, as long as no proof covers it. */
  private waiting: { index: number; at: number } | null = null;

  constructor(private readonly trust: Trust) {
    this.seen = readSeen(trust);
  }

  take(text: string | null): void {
    this.lines += 1;
    const read = text === null ? null : readLine(text);
    if (read?.is === "trailer" && !this.ended) {
      this.ended = true;
      const right = read.sha256 === this.digest.digest("hex");
      if (!right) this.fault("digest", "is not the digest of the lines before it");
      return;
    }
    if (this.ended) return this.fault("line", "stands after the end");
    this.digest.update(`${text ?? ""}\n`);
    if (read?.is === "header" && this.lines === 1) this.header = read.header;
    else if (read?.is === "checkpoint" && this.header && !this.tree) this.takeNote(read.note);
    else if (read?.is === "entry" && this.beginTree()) this.takeEntry(read.line);
    else if (read?.is === "state" && this.beginTree()) this.takeState({ ...read, text: text ?? "" });
    else this.fault("line", "is not in canonical form, or does not belong here");
  }

  end(): Verdict {
    if (!this.ended) this.fault("digest", "the end is missing");
    const tree = this.beginTree();
    tree?.end();
    if (this.header && this.header.entries !== this.entries)
      this.fault("line", "the number of entries is another");
    this.state ??= new StateCheck(this.folded, (fault) => this.add(fault));
    this.state.end();
    this.judgeWaiting();
    const { size = 0, seconds = null } = tree?.proven ?? {};
    return {
      kind: this.header?.kind ?? null,
      entries: this.entries,
      proven: size,
      provenAt: seconds,
      faults: this.faults,
    };
  }

  private takeNote(note: string): void {
    this.notes.push(note);
  }

  /** Once the heads are read, the entries follow. */
  private beginTree(): TreeCheck | null {
    if (this.tree || !this.header) return this.tree;
    const { claims, faults } = readHeads(this.notes, this.trust);
    faults.forEach((fault) => this.add(fault));
    if (this.notes.length !== this.header.checkpoints)
      this.fault("line", "the number of checkpoints is another");
    if (this.header.origin !== this.trust.log.name) this.fault("line", `the origin is ${this.header.origin}`);
    const all = [...claims, ...this.seen].sort((a, b) => a.size - b.size || Number(a.own) - Number(b.own));
    this.tree = new TreeCheck(all, (fault) => this.add(fault));
    return this.tree;
  }

  private takeEntry(line: EntryLine): void {
    if (this.state) return this.fault("line", "an entry stands after the tables");
    const index = this.entries++;
    const at = `entry ${index}`;
    const before = this.tree!.proven;
    const report = (code: FaultCode, what: string): void =>
      this.add({ code, at, index, what, since: before.seconds });
    if (line.index !== index) report("missing", `the number here is ${line.index}`);
    const read = readEntryLine(line, this.header!.kind);
    if ("code" in read) report(read.code, read.what);
    else {
      const late = checkTime(read.entry, before.size > 0 ? before.seconds : null);
      if (late) report(late.code, late.what);
      this.fold(read.entry, report);
      const written = Date.parse(read.entry.at) / 1000;
      this.waiting ??= { index, at: written };
      if (!read.entry.sample) this.newest = Math.max(this.newest, written);
    }
    this.tree!.add(line.leaf);
    if (this.tree!.proven.size === this.entries) this.waiting = null;
  }

  /** What lacks a part that its kind has is named, and ends nothing. */
  private fold(entry: Entry, report: (code: FaultCode, what: string) => void): void {
    try {
      const wrong = foldEntry(this.folded, entry);
      if (wrong) report("order", wrong);
    } catch {
      report("entry", "its payload lacks what its kind has");
    }
  }

  private takeState(row: { of: string; id: string; text: string }): void {
    this.state ??= new StateCheck(this.folded, (fault) => this.add(fault));
    this.state.take(row);
  }

  private judgeWaiting(): void {
    if (!this.waiting) return;
    const now = this.trust.now ?? Math.max(this.newest, this.tree?.proven.seconds ?? 0);
    if (now - this.waiting.at <= INTERVAL) return;
    const { index } = this.waiting;
    const what = `no witnessed checkpoint covers the entries from here on, at ${isoOf(now)}`;
    this.add({ code: "late", at: `entry ${index}`, index, what, since: this.tree?.proven.seconds ?? null });
  }

  private fault(code: FaultCode, what: string): void {
    this.add({ code, at: `line ${this.lines}`, index: null, what, since: null });
  }

  private add(fault: Fault): void {
    if (this.faults.length < mostFaults) this.faults.push(fault);
  }
}
