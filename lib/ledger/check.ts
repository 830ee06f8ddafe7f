import { createHash } from "node:crypto";
import { readLine, type BundleKind, type Header } from "@/lib/ledger/bundle";
import { EntriesCheck } from "@/lib/ledger/check-entries";
import { readHeads, readSeen, type Claim, type Trust } from "@/lib/ledger/check-heads";
import { StateCheck } from "@/lib/ledger/check-state";
import { TreeCheck } from "@/lib/ledger/check-tree";
import type { Fault, FaultCode, Verdict } from "@/lib/ledger/fault";
import { emptyFold } from "@/lib/ledger/fold";
import { FOLDS, PLACES, SAMPLE, type Scanned } from "@/lib/ledger/scan-block";
import { EntryScanner } from "@/lib/ledger/scan-entry";

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
  private header: Header | null = null;
  private tree: TreeCheck | null = null;
  private entries: EntriesCheck | null = null;
  private scanner: EntryScanner | null = null;
  private readonly leaf = new Uint8Array(32);
  private state: StateCheck | null = null;
  private ended = false;
  /** How many were taken. */
  lines = 0;
  private readonly kept = new Map<FaultCode, number>();
  private first = { worse: Infinity, late: Infinity };

  constructor(private readonly trust: Trust) {
    this.seen = readSeen(trust);
  }

  /** The kind of the entries that are to come; null before the first and after the last of them. */
  get expects(): BundleKind | null {
    if (!this.header || this.notes.length < this.header.checkpoints) return null;
    return (this.entries?.count ?? 0) < this.header.entries ? this.header.kind : null;
  }

  private get inTables(): boolean {
    if (!this.header || this.ended || this.notes.length < this.header.checkpoints) return false;
    return !this.expects;
  }

  /** A line without its line break, as text or as the bytes of a file; `broken` when the break is missing. */
  take(line: string | Uint8Array, broken = false): void {
    if (broken || !this.takeScanned(line)) this.takeRead(line, broken);
  }

  /** Whole lines of a file, each with its break, and what `scanBlock` found in them; null where it was not asked. */
  takeBlock(bytes: Buffer, scanned: Scanned | null): void {
    let [at, digested, nth] = [0, 0, 0];
    while (at < bytes.length) {
      if (scanned && nth < scanned.count && scanned.places[PLACES * nth] === at) {
        const taken = this.takeSure(bytes, scanned, nth);
        if (taken) at = scanned.places[PLACES * nth + 1]!;
        nth += 1;
        if (taken) continue;
      }
      if (digested < at) this.digest.update(bytes.subarray(digested, at));
      const to = bytes.indexOf(newline, at);
      if (scanned) this.takeRead(bytes.subarray(at, to), false);
      else this.take(bytes.subarray(at, to));
      at = digested = to + 1;
    }
    if (digested < at) this.digest.update(bytes.subarray(digested, at));
  }

  private takeSure(bytes: Buffer, { places, indexes, times, leaves, marks }: Scanned, nth: number): boolean {
    if (!this.expects) return false;
    const said = {
      index: indexes[nth]!,
      time: times[nth]!,
      sample: (marks[nth]! & SAMPLE) > 0,
      folds: (marks[nth]! & FOLDS) > 0,
      actorFrom: places[PLACES * nth + 2]!,
      actorTo: places[PLACES * nth + 3]!,
      payloadFrom: places[PLACES * nth + 4]!,
      payloadTo: places[PLACES * nth + 5]!,
    };
    const taken = this.beginEntries().takeSure(bytes, said, leaves, 32 * nth);
    if (taken) this.lines += 1;
    return taken;
  }

  /** A line on its own, if the scanner is sure of it. Half a character would be another one in its bytes. */
  private takeScanned(line: string | Uint8Array): boolean {
    const kind = this.expects;
    if (!kind || (typeof line === "string" && halfCharacter.test(line))) return false;
    const bytes = typeof line === "string" ? Buffer.from(`${line}\n`) : Buffer.concat([line, BREAK]);
    const scanner = (this.scanner ??= new EntryScanner(kind));
    // A plain view: see scanBlock.
    const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    if (!scanner.scan(plain, 0, this.leaf, 0) || scanner.to < bytes.length) return false;
    if (!this.beginEntries().takeSure(bytes, scanner, this.leaf, 0)) return false;
    this.lines += 1;
    this.digest.update(bytes);
    return true;
  }

  private takeRead(line: string | Uint8Array, broken: boolean): void {
    const text = broken ? null : textOf(line);
    if (text !== null && this.inTables && this.beginTables().takeSame(text)) {
      this.lines += 1;
      this.digest.update(line).update("\n");
      return;
    }
    const read = text === null ? null : readLine(text);
    this.lines += 1;
    if (this.lines === 1) this.takeHeader(read?.is === "header" ? read.header : null);
    else if (!this.header) return;
    else if (this.ended) return this.fault("line", "stands after the end");
    else if (this.notes.length < this.header.checkpoints)
      this.takeNote(read?.is === "checkpoint" ? read.note : null);
    else if (this.expects) this.beginEntries().take(read?.is === "entry" ? read.line : null);
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
    return { kind, entries: this.entries?.count ?? 0, proven: size, provenAt: seconds, faults, first };
  }

  private endParts(header: Header): void {
    if (!this.ended) this.fault("digest", "the end is missing");
    const entries = this.beginEntries();
    this.tree?.end();
    if (this.notes.length < header.checkpoints || entries.count < header.entries)
      this.fault("line", "there are fewer lines than the header says");
    this.beginTables().end();
    entries.judgeWaiting(this.trust.now);
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
  private beginEntries(): EntriesCheck {
    if (this.entries) return this.entries;
    const add = (fault: Fault): void => this.add(fault);
    const { claims, faults } = readHeads(this.notes, this.trust);
    faults.forEach(add);
    const all = [...claims, ...this.seen].sort((a, b) => a.size - b.size || Number(a.own) - Number(b.own));
    this.tree = new TreeCheck(all, add);
    return (this.entries = new EntriesCheck(this.header!.kind, this.tree, this.folded, add));
  }

  private beginTables(): StateCheck {
    return (this.state ??= new StateCheck(this.folded, (fault) => this.add(fault)));
  }

  private takeTrailer(sha256: string): void {
    this.ended = true;
    if (sha256 !== this.digest.digest("hex"))
      this.fault("digest", "is not the digest of the lines before it");
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

const newline = 0x0a;
const BREAK = Buffer.from([newline]);
const halfCharacter = /\p{Surrogate}/u;
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
