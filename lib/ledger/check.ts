import { createHash } from "node:crypto";
import { readLine, type EntryLine, type Header } from "@/lib/ledger/bundle";
import { checkTime, fitsKind, isoOf, readEntryLine, type Finding } from "@/lib/ledger/check-entry";
import { readHeads, readSeen, type Claim, type Trust } from "@/lib/ledger/check-heads";
import { StateCheck } from "@/lib/ledger/check-state";
import { TreeCheck } from "@/lib/ledger/check-tree";
import type { Entry } from "@/lib/ledger/entry";
import type { Fault, FaultCode, Verdict } from "@/lib/ledger/fault";
import { SigningCheck } from "@/lib/ledger/check-signing";
import { emptyFold, foldEntry } from "@/lib/ledger/fold";

/** How long an entry may wait for a witnessed checkpoint (seconds). */
export const INTERVAL = 60;
/** Of each kind. */
const mostFaults = 1000;

/**
 * Checks a history line by line (docs/ledger.md, "Checking"), in one pass and without holding it. What a line is
 * follows from its place alone.
 */
export class HistoryCheck {
  private readonly faults: Fault[] = [];
  private readonly digest = createHash("sha256");
  private readonly seen: readonly Claim[];
  private readonly notes: (string | null)[] = [];
  private readonly folded = emptyFold();
  private readonly signing = new SigningCheck();
  private header: Header | null = null;
  private tree: TreeCheck | null = null;
  private state: StateCheck | null = null;
  private ended = false;
  private lines = 0;
  private entries = 0;
  private newest: number | null = null;
  /** The earliest entry after the last proof, as long as no proof covers it. */
  private waiting: { index: number; at: number } | null = null;
  private readonly kept = new Map<FaultCode, number>();
  private first = { worse: Infinity, late: Infinity };

  constructor(private readonly trust: Trust) {
    this.seen = readSeen(trust);
  }

  /** A line without its line break, as text or as the bytes of a file; `broken` when the break is missing. */
  take(line: string | Uint8Array, broken = false): void {
    const text = broken ? null : textOf(line);
    const read = text === null ? null : readLine(text);
    this.lines += 1;
    if (this.lines === 1) this.takeHeader(read?.is === "header" ? read.header : null);
    else if (!this.header) return;
    else if (this.ended) return this.fault("line", "stands after the end");
    else if (this.notes.length < this.header.checkpoints)
      this.takeNote(read?.is === "checkpoint" ? read.note : null);
    else if (this.entries < this.header.entries) this.takeEntry(read?.is === "entry" ? read.line : null);
    else if (read?.is === "state") this.beginTables().take({ ...read, text: text ?? "" });
    else if (read?.is === "trailer") return this.takeTrailer(read.sha256);
    else this.fault("line", "is not in canonical form, or does not belong here");
    this.digest.update(line).update(broken ? "" : "\n");
  }

  end(): Verdict {
    if (this.lines === 0) this.takeHeader(null);
    if (this.header) this.endParts(this.header);
    const { size = 0, seconds = null } = this.tree?.proven ?? {};
    const [kind, faults] = [this.header?.kind ?? null, this.faults];
    const { worse, late } = this.first;
    const first = Number.isFinite(worse) ? worse : Number.isFinite(late) ? late : null;
    return { kind, entries: this.entries, proven: size, provenAt: seconds, faults, first };
  }

  private endParts(header: Header): void {
    if (!this.ended) this.fault("digest", "the end is missing");
    this.beginTree().end();
    if (this.notes.length < header.checkpoints || this.entries < header.entries)
      this.fault("line", "there are fewer lines than the header says");
    this.beginTables().end();
    this.judgeWaiting();
  }

  private takeHeader(header: Header | null): void {
    this.header = header;
    if (!header) this.fault("line", "is no header of a history: nothing after it can be read");
    else if (header.origin !== this.trust.log.name) this.fault("line", `the origin is ${header.origin}`);
  }

  private takeNote(note: string | null): void {
    if (note === null) this.fault("line", "is not the line of a checkpoint");
    this.notes.push(note);
  }

  /** Once the heads are read, the entries follow. */
  private beginTree(): TreeCheck {
    if (this.tree) return this.tree;
    const { claims, faults } = readHeads(this.notes, this.trust);
    faults.forEach((fault) => this.add(fault));
    const all = [...claims, ...this.seen].sort((a, b) => a.size - b.size || Number(a.own) - Number(b.own));
    return (this.tree = new TreeCheck(all, (fault) => this.add(fault)));
  }

  private beginTables(): StateCheck {
    return (this.state ??= new StateCheck(this.folded, (fault) => this.add(fault)));
  }

  private takeEntry(line: EntryLine | null): void {
    const tree = this.beginTree();
    const index = this.entries++;
    const report = ({ code, what }: Finding): void =>
      this.add({ code, at: `entry ${index}`, index, what, since: tree.proven.seconds });
    if (!line || !fitsKind(line, this.header!.kind)) {
      report({ code: "line", what: "is not the line of an entry of this kind" });
      tree.add(Buffer.alloc(32));
    } else {
      if (line.index !== index) report({ code: "missing", what: `the number here is ${line.index}` });
      const read = readEntryLine(line, this.header!.kind);
      if ("code" in read) report(read);
      else this.takeIn(index, read.entry, report);
      tree.add(line.leaf);
    }
    if (tree.proven.size === this.entries) this.waiting = null;
  }

  /** An entry that gives its leaf. */
  private takeIn(index: number, entry: Entry, report: (finding: Finding) => void): void {
    const late = checkTime(entry, this.tree!.proven.seconds);
    if (late) report(late);
    // Without names and reasons a statement cannot be read, nor what was signed be compared with it.
    const forged = this.header!.kind === "full" ? this.signing.take(entry, this.folded) : null;
    if (forged) report({ code: "signature", what: forged });
    const wrong = foldEntry(this.folded, entry);
    if (wrong) report({ code: "order", what: wrong });
    const written = Date.parse(entry.at) / 1000;
    if (!this.waiting || written < this.waiting.at) this.waiting = { index, at: written };
    if (!entry.sample) this.newest = Math.max(this.newest ?? written, written);
  }

  private takeTrailer(sha256: string): void {
    this.ended = true;
    if (sha256 !== this.digest.digest("hex"))
      this.fault("digest", "is not the digest of the lines before it");
  }

  private judgeWaiting(): void {
    if (!this.waiting) return;
    const { index, at } = this.waiting;
    const since = this.tree?.proven.seconds ?? null;
    const times = this.trust.now === undefined ? [this.newest, since] : [this.trust.now];
    const known = times.filter((time) => time !== null);
    const now = Math.max(...known);
    if (known.length === 0 || now - at <= INTERVAL) return;
    const what = `no witnessed checkpoint covers the entries from here on, at ${isoOf(now)}`;
    this.add({ code: "late", at: `entry ${index}`, index, what, since });
  }

  private fault(code: FaultCode, what: string): void {
    this.add({ code, at: `line ${this.lines}`, index: null, what, since: null });
  }

  private add(fault: Fault): void {
    const { code, index } = fault;
    const side = code === "late" ? "late" : "worse";
    if (index !== null) this.first[side] = Math.min(this.first[side], index);
    const kept = this.kept.get(code) ?? 0;
    this.kept.set(code, kept + 1);
    if (kept < mostFaults) this.faults.push(fault);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Null for what is no UTF-8. */
function textOf(line: string | Uint8Array): string | null {
  if (typeof line === "string") return line;
  try {
    return utf8.decode(line);
  } catch {
    return null;
  }
}
