import { expect, test } from "vitest";
import { printHead, type Head } from "@/lib/ledger/checkpoint";
import { judgeHead, parseRequest, printRequest } from "@/lib/ledger/keeper";
import { EMPTY_FRONTIER, extend, hashLeaf, rootOf } from "@/lib/ledger/merkle";
import { proveConsistency, readPeaks, readRoot } from "@/lib/ledger/merkle-proof";
import { isKept, withNodes, type RowReader } from "@/lib/ledger/tiles";

const origin = "aqtalu.test/history";
const leaves = Array.from({ length: 1500 }, (_, n) => hashLeaf(Buffer.from([n >> 8, n & 255])));
const kept = new Map<string, Buffer>();
extend(EMPTY_FRONTIER, leaves, (level, index, hash) => {
  if (level === 0 || isKept(level)) kept.set(`${level} ${index}`, hash);
});
const rows: RowReader = async (level, from, to) =>
  Array.from({ length: to - from }, (_, n) => kept.get(`${level} ${from + n}`)!);

const headOf = (size: number, of = leaves): Head => {
  return { origin, size, root: rootOf(extend(EMPTY_FRONTIER, of.slice(0, size))) };
};
const prove = (older: number, newer: number) =>
  withNodes(rows, (read) => proveConsistency(read, older, newer));

test("roots, peaks and proofs read from leaves and every eighth level are those of the whole tree", async () => {
  for (const size of [1, 2, 255, 256, 257, 511, 512, 1023, 1500]) {
    const whole = extend(EMPTY_FRONTIER, leaves.slice(0, size));
    expect((await withNodes(rows, (read) => readRoot(read, size))).equals(rootOf(whole))).toBe(true);
    expect(await withNodes(rows, (read) => readPeaks(read, size))).toEqual(whole.peaks);
  }
});

test("what goes on from the last head is signed", async () => {
  for (const [older, newer] of [
    [1, 2],
    [255, 256],
    [256, 1500],
    [700, 701],
  ] as const) {
    const request = { older, proof: await prove(older, newer) };
    expect(judgeHead(headOf(older), request, printHead(headOf(newer)))).toHaveProperty("head.size", newer);
  }
  expect(judgeHead(null, { older: 0, proof: [] }, printHead(headOf(9)))).toHaveProperty("head.size", 9);
  expect(judgeHead(headOf(9), { older: 9, proof: [] }, printHead(headOf(9)))).toHaveProperty("head");
});

test("a smaller head, another of the same size, another history and another log are refused", async () => {
  const other = leaves.map((leaf, n) => (n === 3 ? hashLeaf(leaf) : leaf));
  const [last, proof] = [headOf(700), await prove(700, 701)];
  const judge = (head: Head, older = 700) => judgeHead(last, { older, proof }, printHead(head));
  expect(judge(headOf(699))).toEqual({ is: "refused", why: "smaller" });
  expect(judge(headOf(700, other))).toEqual({ is: "refused", why: "another history" });
  expect(judge(headOf(701, other))).toEqual({ is: "refused", why: "another history" });
  expect(judge({ ...headOf(701), origin: "elsewhere" })).toEqual({ is: "refused", why: "another history" });
  expect(judge(headOf(701), 699)).toEqual({ is: "have", size: 700 });
  expect(judgeHead(last, { older: 700, proof }, "no head")).toEqual({ is: "refused", why: "unreadable" });
});

test("a request is read as it is printed, and in no other spelling", async () => {
  const text = printHead(headOf(12));
  const printed = printRequest({ older: 7, proof: await prove(7, 12), text });
  expect(parseRequest(printed)).toEqual({ older: 7, proof: await prove(7, 12), text });
  for (const other of [printed.replace("old 7", "old 07"), printed.slice(4), "old 1\nAAAA\n\nx"])
    expect(parseRequest(other)).toBeNull();
});
