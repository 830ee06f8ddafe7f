import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { entryLine, headerLine, checkpointLine, stateLines, trailerLine } from "@/lib/ledger/bundle";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { canonicalText } from "@/lib/ledger/canonical-text";
import { printHead } from "@/lib/ledger/checkpoint";
import { splitEntry } from "@/lib/ledger/closed";
import type { Entry } from "@/lib/ledger/entry";
import { foldAll } from "@/lib/ledger/fold";
import { makeKey } from "@/lib/ledger/keys";
import { leafHash } from "@/lib/ledger/leaf";
import { EMPTY_FRONTIER, extend, hashNode, rootOf } from "@/lib/ledger/merkle";
import { cosignBody, printNote, signBody } from "@/lib/ledger/note";
import { checkFile } from "@/scripts/check-file";
import { measureMemory, type Bench } from "./measure";

const [log, witness] = [makeKey("log", "bench/history"), makeKey("witness", "bench/witness")];
const trust = { log, witnesses: [witness], quorum: 1 };

/**
 * A whole bundle from its file: form, leaves, tree, head, fold, tables; beside a loop that does nothing but the same
 * hashes, one after the other. `ratio` is our time by theirs. An altered event must be found.
 */
export const bench: Bench = async ({ quick }) => {
  const rows = quick ? 1_000_000 : 10_000_000;
  const folder = await mkdtemp(path.join(tmpdir(), "aqtalu-bench-"));
  try {
    const file = path.join(folder, "bundle");
    const altered = await writeBundle(file, rows);
    const naive = hashesAlone(rows);
    const memory = measureMemory();
    const began = performance.now();
    const verdict = await checkFile(file, trust);
    const ours = performance.now() - began;
    const memory_mb = memory();
    if (verdict.faults.length > 0 || verdict.proven !== rows)
      throw new Error(JSON.stringify(verdict.faults[0]));
    await alter(file, altered.offset);
    const found = (await checkFile(file, trust)).first;
    if (found !== altered.index)
      throw new Error(`the altered event is ${altered.index}, and ${found} was found`);
    return {
      rows,
      rate_per_s: Math.round(rows / (ours / 1000)),
      ratio: Math.round((ours / naive) * 100) / 100,
      memory_mb,
      contenders: { hashes: { rate_per_s: Math.round(rows / (naive / 1000)) } },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const at = "2026-11-27T10:00:00.000Z";
const body = { delegation: null, body: randomUUID(), role: "member" } as const;

/** As an archive's history is: one in ten an act, the rest works around it. */
function entryOf(index: number): Entry {
  const actor = { ...body, id: `actor-${index % 97}`, name: "Сейілбек Дәурен Маратұлы" };
  const frame = { v: 1, id: `entry-${index}`, at, actor, sample: false } as const;
  if (index % 10 > 0) {
    const about = { case: `case-${index % 5003}`, file: `file-${index % 3001}` };
    const facts = { changes: [{ what: "birthText", before: "1899", after: "ок. 1899 г." }] };
    return { ...frame, payload: { kind: "work", work: "edit_person", article: "P9", about, facts } };
  }
  const act = {
    kind: "act",
    act: "ask",
    article: "B7",
    proceeding: `p-${index % 20_000}`,
    of: "rehabilitation",
  } as const;
  const kept = {
    subject: { case: `case-${index % 20_000}` },
    from: "signing",
    to: "signing",
    round: 1,
  } as const;
  const none = {
    single: null,
    deferred: null,
    reason: null,
    signature: null,
    voids: [],
    decision: null,
  } as const;
  return {
    ...frame,
    payload: { ...act, ...kept, ...none, version: index, facts: { text: "Уточните лист" } },
  };
}

const saltOf = (index: number): Buffer => createHash("sha256").update(String(index)).digest();

async function writeBundle(file: string, rows: number): Promise<{ index: number; offset: number }> {
  const middle = Math.floor(rows / 2);
  const leaves = function* (): Generator<Buffer> {
    for (let n = 0; n < rows; n++) yield leafHash(canonicalBytes(entryOf(n)), saltOf(n));
  };
  const root = rootOf(extend(EMPTY_FRONTIER, leaves()));
  const head = printHead({ origin: log.name, size: rows, root });
  const note = printNote({
    body: head,
    signatures: [signBody(head, log), cosignBody(head, witness, new Date(at))],
  });
  const digest = createHash("sha256");
  const out = createWriteStream(file);
  let offset = 0;
  let size = 0;
  const put = async (line: string): Promise<void> => {
    const bytes = Buffer.from(`${line}\n`);
    digest.update(bytes);
    size += bytes.length;
    if (!out.write(bytes)) await once(out, "drain");
  };
  await put(headerLine({ checkpoints: 1, entries: rows, kind: "full", origin: log.name }));
  await put(checkpointLine(note));
  const acts: Entry[] = [];
  for (let n = 0; n < rows; n++) {
    const [entry, salt] = [entryOf(n), saltOf(n)];
    const bytes = canonicalBytes(entry);
    if (n === middle) offset = size;
    await put(entryLine("full", n, { text: bytes.toString("utf8"), salt, leaf: leafHash(bytes, salt) }));
    if (entry.payload.kind === "act" && n >= rows - 200_000) acts.push(entry);
  }
  for (const line of stateLines(foldAll(acts))) await put(line);
  out.end(`${trailerLine(digest.digest("hex"))}\n`);
  await once(out, "close");
  return { index: middle, offset };
}

/** One letter of a name, in the middle of the file. */
async function alter(file: string, offset: number): Promise<void> {
  const handle = await open(file, "r+");
  const line = Buffer.alloc(400);
  await handle.read(line, 0, line.length, offset);
  const at = line.indexOf("Марат");
  await handle.write(Buffer.from("Мурат"), 0, 10, offset + at);
  await handle.close();
}

/** The same hashes over inputs of the same size, and nothing else. Gives the milliseconds. */
function hashesAlone(rows: number): number {
  const inputs = Array.from({ length: 5000 }, (_, n) => {
    const { open: left, closed } = splitEntry(JSON.parse(canonicalText(entryOf(n))), saltOf(n));
    const text = canonicalText(entryOf(n));
    const line = entryLine("full", n, { text, salt: saltOf(n), leaf: saltOf(n) });
    return { salt: saltOf(n), closed: canonicalText(closed), left: canonicalText(left), line };
  });
  const leaf = Buffer.from([0]);
  const began = performance.now();
  let last: Uint8Array = leaf;
  // One digest over the file, and none of its own for each line: that would slow the loop down.
  const whole = createHash("sha256");
  for (let n = 0; n < rows; n++) {
    const { salt, closed, left, line } = inputs[n % inputs.length]!;
    createHash("sha256").update(salt).update(closed).digest("hex");
    last = hashNode(last, createHash("sha256").update(leaf).update(left).digest());
    whole.update(line);
  }
  whole.digest();
  return performance.now() - began;
}
