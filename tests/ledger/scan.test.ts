import fc from "fast-check";
import { expect, test } from "vitest";
import { entryLine, readLine, type BundleKind } from "@/lib/ledger/bundle";
import { canonicalText } from "@/lib/ledger/canonical-text";
import { HistoryCheck } from "@/lib/ledger/check";
import { fitsKind, readEntryLine } from "@/lib/ledger/check-entry";
import { leafHash } from "@/lib/ledger/leaf";
import { scanBlock, type Scanned } from "@/lib/ledger/scan-block";
import { EntryScanner } from "@/lib/ledger/scan-entry";
import { changes } from "@/tests/support/altered";
import { make, salt, trust } from "@/tests/support/hand-made";
import { entries } from "@/tests/support/written";

const many = process.env.AQTALU_LONG ? 20 : 1;
const kinds = ["full", "pseudonymous"] as const;
const scanners = { full: new EntryScanner("full"), pseudonymous: new EntryScanner("pseudonymous") };
const BREAK = Buffer.from("\n");

function lineOf(entry: object, kind: BundleKind, index = 0): Buffer {
  const text = canonicalText(entry);
  return Buffer.from(entryLine(kind, index, { text, salt, leaf: leafHash(Buffer.from(text), salt) }));
}

/** What the parser says of a line whose leaf is as given, with no fault. */
function bySlowPath(line: Buffer, kind: BundleKind, leaf: Buffer) {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return null;
  }
  const read = readLine(text);
  if (read?.is !== "entry" || !fitsKind(read.line, kind)) return null;
  const judged = readEntryLine({ ...read.line, leaf }, kind);
  return { index: read.line.index, judged, said: read.line.leaf };
}

test("an entry as it is written is read from its bytes, and gives its leaf", () => {
  const leaf = Buffer.alloc(32);
  fc.assert(
    fc.property(entries, fc.constantFrom(...kinds), fc.nat(), (entry, kind, index) => {
      const line = Buffer.concat([lineOf(entry, kind, index), BREAK]);
      const scanner = scanners[kind];
      expect(scanner.scan(line, 0, leaf, 0)).toBe(true);
      expect(scanner.to).toBe(line.length);
      expect(leaf).toEqual(leafHash(Buffer.from(canonicalText(entry)), salt));
      const { index: number, time, sample } = scanner;
      expect({ number, time, sample }).toEqual({
        ...{ number: index, time: Date.parse(entry.at), sample: entry.sample },
      });
      const read = JSON.parse(line.toString("utf8", scanner.entryFrom, scanner.entryTo)) as typeof entry;
      expect(read.payload).toBeDefined();
      if (kind === "full") expect(canonicalText(read)).toBe(canonicalText(entry));
    }),
    { numRuns: 2000 * many },
  );
});

test("what is read from altered bytes, the parser reads too, and to the same leaf", () => {
  let [sure, all] = [0, 0];
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom(...kinds),
      fc.array(changes, { minLength: 1, maxLength: 2 }),
      (entry, kind, alterings) => {
        const line = alterings.reduce((so, alter) => (so.length > 0 ? alter(so) : so), lineOf(entry, kind));
        const bytes = Buffer.concat([line, BREAK]);
        const scanner = scanners[kind];
        all += 1;
        // The leaf that these bytes give, as somebody would enter it who alters a line and its leaf together.
        const leaf = scanner.read(bytes, 0);
        if (leaf === null || scanner.to < bytes.length) return;
        sure += 1;
        const slow = bySlowPath(line, kind, Buffer.from(leaf, "latin1"));
        expect(slow).not.toBeNull();
        const { index, judged } = slow!;
        expect(index).toBe(scanner.index);
        if ("code" in judged) {
          // The shape of a payload that is folded is looked at afterwards.
          expect(scanner.folds).toBe(true);
          expect(judged.code).toBe("entry");
        } else {
          expect([Date.parse(judged.entry.at), judged.entry.sample]).toEqual([scanner.time, scanner.sample]);
          const slice = bytes.toString("utf8", scanner.entryFrom, scanner.entryTo);
          expect(slice).toBe(canonicalText(judged.entry));
        }
      },
    ),
    { numRuns: 10_000 * many },
  );
  // Both happen often, or this would prove nothing.
  expect(sure).toBeGreaterThan(all / 20);
  expect(sure).toBeLessThan((all * 3) / 4);
}, 600_000);

const nothing: Scanned = {
  count: 0,
  ...{ places: new Int32Array(), indexes: new Float64Array(), times: new Float64Array() },
  ...{ leaves: new Uint8Array(), marks: new Uint8Array() },
};

test("a history is judged alike by bytes and by the parser, line by line and in blocks", () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(entries, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(), changes), { maxLength: 2 }),
      (some, alterings) => {
        const lines = splitLines(make(some));
        for (const [nth, alter] of alterings) {
          const at = 2 + (nth % some.length);
          if (lines[at]!.length > 0) lines[at] = alter(lines[at]!);
        }
        const bytes = Buffer.concat(lines.flatMap((line) => [line, BREAK]));
        const slow = new HistoryCheck(trust);
        slow.takeBlock(bytes, nothing);
        const verdict = slow.end();
        verdict.faults.forEach(({ code }) => codes.add(code));
        const single = new HistoryCheck(trust);
        splitLines(bytes).forEach((line) => single.take(line));
        expect(single.end()).toEqual(verdict);
        const blocks = new HistoryCheck(trust);
        blocks.takeBlock(bytes, scanBlock(scanners.full, bytes));
        expect(blocks.end()).toEqual(verdict);
        const texts = new HistoryCheck(trust);
        const whole = splitLines(bytes).map((line) => line.toString("utf8"));
        if (!Buffer.from(whole.map((line) => `${line}\n`).join("")).equals(bytes)) return;
        whole.forEach((line) => texts.take(line));
        expect(texts.end()).toEqual(verdict);
      },
    ),
    { numRuns: 600 * many },
  );
  expect([...codes]).toEqual(expect.arrayContaining(["line", "entry", "leaf", "order", "digest", "state"]));
}, 600_000);

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(0x0a, from);
    lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}
