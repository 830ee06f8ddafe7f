import { mkdir, open, readFile, rename, type FileHandle } from "node:fs/promises";
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
import { absent, alone } from "./alone";

/** Somebody who signs heads and remembers the last: the log's signer, or a witness. */
export type Keeper = {
  readonly key: VerifierKey;
  ask(request: HeadRequest): Promise<KeeperAnswer>;
  /** The head signed last, where it can be read without asking. */
  last?: () => Promise<Head | null>;
};

const keyFile = (kind: KeyKind): string => `${kind}.key`;
const headFile = (kind: KeyKind): string => (kind === "log" ? "log.head" : "witness.checkpoint");
const nothingSigned = "nothing signed yet\n";

/** The key of a directory, made on first use; only whoever owns the directory can read it. */
export async function keptKey(directory: string, kind: KeyKind, name: string): Promise<SignerKey> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return alone(directory, async () => {
    const file = path.join(directory, keyFile(kind));
    const kept = await readFile(file, "utf8").catch(absent);
    if (kept !== null) return parseSignerKey(kept);
    const key = makeKey(kind, name);
    // That nothing was signed yet is said as well: without it a lost head would look like a new key.
    await writeDurably(path.join(directory, headFile(kind)), nothingSigned);
    await writeDurably(path.join(directory, `${kind}.pub`), `${printVerifierKey(key)}\n`);
    await writeDurably(file, `${printSignerKey(key)}\n`);
    return key;
  });
}

/** The same for a key that is kept elsewhere: what it signed is remembered here, from its first use on. */
export async function adoptKey(directory: string, key: SignerKey): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await alone(directory, async () => {
    const publicHalf = path.join(directory, `${key.kind}.pub`);
    if ((await readFile(publicHalf, "utf8").catch(absent)) !== null) return;
    await writeDurably(path.join(directory, headFile(key.kind)), nothingSigned);
    await writeDurably(publicHalf, `${printVerifierKey(key)}\n`);
  });
}

/** Remembers the head beside the key, and writes it down before the signature leaves. */
export function directoryKeeper(directory: string, key: SignerKey, log: VerifierKey | null): Keeper {
  const file = path.join(directory, headFile(key.kind));
  const origin = (log ?? key).name;
  const last = async (): Promise<Head | null> => {
    const text = await readFile(file, "utf8").catch(absent);
    if (text === nothingSigned) return null;
    const head = parseHead(log ? (parseNote(text ?? "")?.body ?? "") : (text ?? ""));
    if (!head) throw new Error(`${file} holds no head: a signer that forgot what it signed does not sign`);
    return head;
  };
  const ask = (request: HeadRequest): Promise<KeeperAnswer> =>
    alone(directory, async (): Promise<KeeperAnswer> => {
      const note = log ? noteSignedBy(log, request.text) : { body: request.text, signatures: [] };
      if (!note) return { is: "refused", why: "not signed" };
      const judged = judgeHead(await last(), request, note.body);
      if (!("head" in judged)) return judged;
      if (judged.head.origin !== origin) return { is: "refused", why: "another history" };
      const signature = log ? cosignBody(note.body, key, new Date()) : signBody(note.body, key);
      // What a witness keeps is what somebody who checks is given: the checkpoint under both signatures.
      const kept = log
        ? printNote({ body: note.body, signatures: [...note.signatures, signature] })
        : note.body;
      await writeDurably(file, kept);
      return { is: "signed", line: printSignature(signature) };
    });
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
  await synced(await open(beside, "w", 0o600), (handle) => handle.writeFile(text));
  await rename(beside, file);
  await synced(await open(path.dirname(file), "r"), async () => undefined);
}

async function synced(handle: FileHandle, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
