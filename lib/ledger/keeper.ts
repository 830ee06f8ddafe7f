import { parseHead, type Head } from "@/lib/ledger/checkpoint";
import { emptyRoot } from "@/lib/ledger/merkle";
import { verifyConsistency } from "@/lib/ledger/merkle-verify";

/**
 * What a signer or a witness is asked: to sign this head, which is said to go on from the head of `older` leaves
 * that they signed last (C2SP tlog-witness). `text` is the head alone for the log's signer, the signed note for a
 * witness.
 */
export type HeadRequest = {
  readonly older: number;
  readonly proof: readonly Buffer[];
  readonly text: string;
};

/** The request in lines: `old N`, the proof in base64, an empty line, the text. */
export function printRequest({ older, proof, text }: HeadRequest): string {
  return `old ${older}\n${proof.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${text}`;
}

/** Reads what `printRequest` writes; null for anything else. */
export function parseRequest(given: string): HeadRequest | null {
  const [first = "", ...rest] = given.split("\n");
  const older = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const end = rest.indexOf("");
  if (older === undefined || end < 0 || end > 63) return null;
  const proof = rest.slice(0, end).map((line) => Buffer.from(line, "base64"));
  const request = { older: Number(older), proof, text: rest.slice(end + 1).join("\n") };
  return proof.every((hash) => hash.length === 32) && printRequest(request) === given ? request : null;
}

export type KeeperAnswer =
  /** The signature line. */
  | { readonly is: "signed"; readonly line: string }
  /** The proof begins elsewhere: they signed so many leaves last. */
  | { readonly is: "have"; readonly size: number }
  /** It contradicts what they signed, or cannot be read. */
  | { readonly is: "refused"; readonly why: "smaller" | "another history" | "unreadable" | "not signed" };

/**
 * Whether somebody who signed `last` may sign the head in `body`: never a smaller one, never one that does not
 * begin with what they signed. Gives the head to be signed and kept, or the answer that says why not.
 */
export function judgeHead(
  last: Head | null,
  { older, proof }: Pick<HeadRequest, "older" | "proof">,
  body: string,
): { head: Head } | Exclude<KeeperAnswer, { is: "signed" }> {
  const head = parseHead(body);
  if (!head) return { is: "refused", why: "unreadable" };
  if (head.size === 0 && !head.root.equals(emptyRoot())) return { is: "refused", why: "another history" };
  if (!last) return { head };
  if (head.origin !== last.origin) return { is: "refused", why: "another history" };
  if (head.size < last.size) return { is: "refused", why: "smaller" };
  if (head.size === last.size)
    return head.root.equals(last.root) ? { head } : { is: "refused", why: "another history" };
  if (older !== last.size) return { is: "have", size: last.size };
  const follows =
    last.size === 0 ||
    verifyConsistency({ older, newer: head.size, olderRoot: last.root, newerRoot: head.root, proof });
  return follows ? { head } : { is: "refused", why: "another history" };
}
