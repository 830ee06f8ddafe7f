import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/ledger/canonical-text";
import type { Trust } from "@/lib/ledger/check-heads";
import { printHead } from "@/lib/ledger/checkpoint";
import { splitEntry } from "@/lib/ledger/closed";
import { makeKey } from "@/lib/ledger/keys";
import { leafOfOpen } from "@/lib/ledger/leaf";
import { EMPTY_FRONTIER, extend, rootOf } from "@/lib/ledger/merkle";
import { cosignBody, printNote, signBody, type NoteSignature } from "@/lib/ledger/note";

export const log = makeKey("log", "log.test/history", Buffer.alloc(32, 1));
export const w1 = makeKey("witness", "w1", Buffer.alloc(32, 2));
export const w2 = makeKey("witness", "w2", Buffer.alloc(32, 3));
export const salt = Buffer.alloc(32, 7);
export const T = 1_800_000_000;
export const trust: Trust = { log, witnesses: [w1, w2], quorum: 2 };

export const entry = (payload: object, more: object = {}) => ({
  actor: { id: "a" },
  at: new Date(T * 1000).toISOString(),
  id: "x",
  payload,
  sample: false,
  v: 1,
  ...more,
});
export const acc = { kind: "account" };
export const act = (more: object = {}) => ({
  kind: "act",
  from: "a",
  to: "b",
  proceeding: "p",
  deferred: null,
  of: "o",
  round: 1,
  single: null,
  version: 1,
  voids: [],
  subject: { file: "f" },
  signature: null,
  decision: null,
  ...more,
});

type Ck = {
  size?: number;
  sigs?: (body: string) => NoteSignature[];
  raw?: string;
  root?: Buffer;
  extra?: string;
};
export const std =
  (at = T + 5) =>
  (body: string) => [
    signBody(body, log),
    cosignBody(body, w1, new Date(at * 1000)),
    cosignBody(body, w2, new Date(at * 1000)),
  ];

/** A bundle made by hand, whole but for what the case breaks. */
export function make(
  entries: readonly object[],
  opts: {
    cks?: Ck[];
    rows?: string[];
    raws?: Record<number, string>;
    tail?: string;
    headerMore?: object;
    leafs?: Record<number, Buffer>;
  } = {},
) {
  const lines: string[] = [];
  const leaves: Buffer[] = [];
  const elines = entries.map((e, i) => {
    let leaf: Buffer;
    try {
      leaf = leafOfOpen(canonicalText(splitEntry(e, salt).open));
    } catch {
      leaf = Buffer.alloc(32);
    }
    if (opts.leafs?.[i]) leaf = opts.leafs[i]!;
    leaves.push(leaf);
    return (
      opts.raws?.[i]?.replaceAll("LEAF", leaf.toString("base64")) ??
      `{"entry":${canonicalText(e)},"index":${i},"leaf":"${leaf.toString("base64")}","salt":"${salt.toString("base64")}"}`
    );
  });
  const cks = opts.cks ?? [{}];
  lines.push(
    canonicalText({
      aqtalu: "history 1",
      checkpoints: cks.length,
      entries: entries.length,
      kind: "full",
      origin: log.name,
      ...opts.headerMore,
    }),
  );
  for (const c of cks) {
    const size = c.size ?? entries.length;
    const root = c.root ?? rootOf(extend(EMPTY_FRONTIER, leaves.slice(0, size)));
    const body = printHead({ origin: log.name, size, root });
    lines.push(
      canonicalText({
        checkpoint: c.raw ?? printNote({ body, signatures: (c.sigs ?? std())(body) }) + (c.extra ?? ""),
      }),
    );
  }
  lines.push(...elines, ...(opts.rows ?? []));
  const bytes = Buffer.from(lines.map((l) => `${l}\n`).join(""));
  return Buffer.concat([
    bytes,
    Buffer.from(`{"sha256":"${createHash("sha256").update(bytes).digest("hex")}"}\n${opts.tail ?? ""}`),
  ]);
}
export const row = (of: string, id: string, is: unknown) => canonicalText({ id, is, of });
export const proc = (more: object = {}) => ({
  deferred: null,
  of: "o",
  round: 1,
  single: null,
  step: "b",
  subject: "f",
  suspended: null,
  version: 1,
  ...more,
});

export const deep = (n: number) => {
  let s: unknown = 1;
  for (let i = 0; i < n; i++) s = [s];
  return s;
};
export const deepText = (n: number) => "[".repeat(n) + "1" + "]".repeat(n);
export const lineWith = (payloadText: string, i = 0) =>
  `{"entry":{"actor":{"id":"a"},"at":"2027-01-15T08:00:00.000Z","id":"x","payload":${payloadText},"sample":false,"v":1},"index":${i},"leaf":"LEAF","salt":"${salt.toString("base64")}"}`;
