import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { parseHead, type Head } from "@/lib/ledger/checkpoint";
import type { HeadRequest, KeeperAnswer } from "@/lib/ledger/keeper";
import { judgeHead } from "@/lib/ledger/keeper";
import { makeKey, parseSignerKey, printSignerKey, printVerifierKey } from "@/lib/ledger/keys";
import type { KeyKind, SignerKey, VerifierKey } from "@/lib/ledger/keys";
import {
  checkSignature,
  cosignBody,
  parseNote,
  printNote,
  printSignature,
  signBody,
  type Note,
} from "@/lib/ledger/note";

/** Somebody who signs heads and remembers the last: the log's signer, or a witness. */
export type Keeper = {
  readonly key: VerifierKey;
  ask(request: HeadRequest): Promise<KeeperAnswer>;
  /** The head signed last, where it can be read without asking. */
  last?: () => Promise<Head | null>;
};

const keyFile = (kind: KeyKind): string => `${kind}.key`;

/** The key of a directory, made on first use; only whoever owns the directory can read it. */
export async function keptKey(directory: string, kind: KeyKind, name: string): Promise<SignerKey> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, keyFile(kind));
  const kept = await readFile(file, "utf8").catch(absent);
  if (kept) return parseSignerKey(kept);
  const key = makeKey(kind, name);
  await writeDurably(file, `${printSignerKey(key)}\n`);
  await writeDurably(path.join(directory, `${kind}.pub`), `${printVerifierKey(key)}\n`);
  return key;
}

/** Remembers the head beside the key, and writes it down before the signature leaves. */
export function directoryKeeper(directory: string, key: SignerKey, log: VerifierKey | null): Keeper {
  const file = path.join(directory, key.kind === "log" ? "log.head" : "witness.checkpoint");
  const last = async (): Promise<Head | null> => {
    const text = await readFile(file, "utf8").catch(absent);
    if (text === null) return null;
    const head = parseHead(key.kind === "log" ? text : (parseNote(text)?.body ?? ""));
    if (!head) throw new Error(`${file} is not a head: a signer that forgot what it signed does not sign`);
    return head;
  };
  // One after the other: two heads judged at once could both follow on the same.
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (request: HeadRequest): Promise<KeeperAnswer> => {
    const mine = turn.then(async (): Promise<KeeperAnswer> => {
      const note = log ? noteSignedBy(log, request.text) : { body: request.text, signatures: [] };
      if (!note) return { is: "refused", why: "not signed" };
      const judged = judgeHead(await last(), request, note.body);
      if (!("head" in judged)) return judged;
      const signature = log ? cosignBody(note.body, key, new Date()) : signBody(note.body, key);
      // What a witness keeps is what somebody who checks is given: the checkpoint under both signatures.
      const kept = log
        ? printNote({ body: note.body, signatures: [...note.signatures, signature] })
        : note.body;
      await writeDurably(file, kept);
      return { is: "signed", line: printSignature(signature) };
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  return { key, ask, last };
}

/** The note with the log's own signature alone; a witness signs nothing that this log has not signed. */
function noteSignedBy(log: VerifierKey, text: string): Note | null {
  const note = parseNote(text);
  const signature = note?.signatures.find((line) => checkSignature(note.body, line, [log]));
  return note && signature ? { body: note.body, signatures: [signature] } : null;
}

/** Never half a file, and on disk before anybody learns of it. */
async function writeDurably(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  const handle = await open(beside, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

function absent(fault: NodeJS.ErrnoException): null {
  if (fault.code === "ENOENT") return null;
  throw fault;
}
