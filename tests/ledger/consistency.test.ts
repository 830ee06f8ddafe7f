import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { printHead } from "@/lib/ledger/checkpoint";
import { printConsistency } from "@/lib/ledger/consistency";
import { EMPTY_FRONTIER, extend, rootOf } from "@/lib/ledger/merkle";
import { proveConsistency } from "@/lib/ledger/merkle-proof";
import { cosignBody, printNote, signBody } from "@/lib/ledger/note";
import { log, std, T, trust, w1 } from "@/tests/support/hand-made";
import { bothVerdicts } from "@/tests/support/judge";

const leaves = Array.from({ length: 13 }, () => randomBytes(32));
const nodes = new Map<string, Buffer>();
extend(EMPTY_FRONTIER, leaves, (level, nth, node) => void nodes.set(`${level} ${nth}`, node));
const prove = (older: number, newer: number) =>
  proveConsistency((level, nth) => nodes.get(`${level} ${nth}`)!, older, newer);
const noteOf = (size: number, signatures = std(T)) => {
  const root = rootOf(extend(EMPTY_FRONTIER, leaves.slice(0, size)));
  const body = printHead({ origin: log.name, size, root });
  return printNote({ body, signatures: signatures(body) });
};
const good = { older: noteOf(6), newer: noteOf(13), proof: prove(6, 13) };
const verdicts = (more: object) =>
  bothVerdicts(Buffer.from(`${printConsistency({ ...good, ...more })}\n`), trust);

test("two heads of one history are proven by both verifiers, witnessed or not", async () => {
  const { ours, other } = await verdicts({});
  expect(ours).toEqual({ entries: 13, proven: 13, provenAt: T, firstBadIndex: null, faults: [] });
  expect(other).toEqual(ours);
  const alone = await verdicts({ newer: noteOf(13, (body) => [signBody(body, log)]) });
  expect(alone.ours).toEqual({ ...ours, provenAt: null });
  expect(alone.other).toEqual(alone.ours);
});

test.each([
  ["another proof", { proof: prove(5, 13) }, "root –"],
  ["a proof too short", { proof: good.proof.slice(1) }, "root –"],
  ["the heads in the wrong order", { older: good.newer, newer: good.older }, "root –"],
  ["another older head", { older: noteOf(7) }, "root –"],
  ["a head that is none", { older: "nothing" }, "checkpoint –"],
  [
    "a head without the log",
    { newer: noteOf(13, (body) => [cosignBody(body, w1, new Date(T * 1000))]) },
    "checkpoint –",
  ],
])("%s is named", async (_, more, fault) => {
  const { ours, other } = await verdicts(more);
  expect(ours.faults).toContain(fault);
  expect(ours.proven).toBe(0);
  expect(other).toEqual(ours);
});

test("a line that is none is named by both", async () => {
  const line = printConsistency(good);
  for (const text of [line, `${line}\n\n`, `${line.replace('"proof"', '"prove"')}\n`, `${line} \n`]) {
    const { ours, other } = await bothVerdicts(Buffer.from(text), trust);
    expect(ours.faults).toEqual(["line –"]);
    expect(other).toEqual(ours);
  }
});
