import type { VerifierKey } from "@/lib/ledger/keys";
import { checkSignature, parseNote, type Note } from "@/lib/ledger/note";

/** The head of the tree: how many leaves, and the root over them. */
export type Head = { readonly origin: string; readonly size: number; readonly root: Buffer };

/** The body of a checkpoint (C2SP tlog-checkpoint): origin, size, root, a line each. */
export function printHead({ origin, size, root }: Head): string {
  return `${origin}\n${size}\n${root.toString("base64")}\n`;
}

/** Reads a body; null for any text that `printHead` would not write exactly so. */
export function parseHead(body: string): Head | null {
  const [origin, size, root, rest] = body.split("\n");
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? "") || rest !== "") return null;
  const head = { origin, size: Number(size), root: Buffer.from(root ?? "", "base64") };
  if (head.root.length !== 32 || !Number.isSafeInteger(head.size)) return null;
  return printHead(head) === body ? head : null;
}

/** A checkpoint with what its signatures prove. */
export type Checkpoint = Head & {
  readonly note: Note;
  readonly signed: boolean;
  /** Who cosigned, and when (seconds since 1970). */
  readonly witnesses: readonly { readonly name: string; readonly seconds: number }[];
  /** Names on lines that are false, or by a key that nobody named. */
  readonly unknown: readonly string[];
};

/** Reads a checkpoint and checks each of its lines; null when it is none. */
export function readCheckpoint(
  text: string,
  log: VerifierKey,
  witnesses: readonly VerifierKey[],
): Checkpoint | null {
  const note = parseNote(text);
  const head = note && parseHead(note.body);
  if (!note || !head) return null;
  const lines = note.signatures.map((line) => ({
    name: line.name,
    checked: checkSignature(note.body, line, [log, ...witnesses]),
  }));
  const seen = new Map<VerifierKey, number>();
  const unknown: string[] = [];
  for (const { name, checked } of lines) {
    if (!checked || (checked.seconds !== null && seen.has(checked.by))) unknown.push(name);
    else if (checked.seconds !== null) seen.set(checked.by, checked.seconds);
  }
  const byLog = note.signatures.filter(({ name, id }) => name === log.name && id.equals(log.id));
  const logIsTrue = lines.filter((line) => line.checked?.by === log).length === 1;
  return {
    ...head,
    note,
    signed: head.origin === log.name && byLog.length === 1 && logIsTrue,
    witnesses: [...seen].map(([{ name }, seconds]) => ({ name, seconds })),
    unknown,
  };
}
