import type { z } from "zod";
import { coversExactly } from "@/lib/archive/cover";
import type { Extent } from "@/lib/archive/positions";
import { replaceExtent } from "@/lib/archive/spans";
import type { Actor } from "@/lib/law/actor";
import type { Json } from "@/lib/ledger/entry";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import type { Result } from "@/lib/result";
import { nextVersion } from "@/lib/store/file-edits";
import { loadFileBody, writeSpans, type FileBody } from "@/lib/store/spans";
import type { Tx } from "@/lib/store/transaction";
import { answerOf, untoldVoids } from "./edit";
import { foliationOf } from "./perform";
import type { accessSpans, secrecySpans } from "./schema";
import { spansOf, type Edited, type EditRefusal } from "./view";
import {
  changesBetween,
  isComplete,
  noReply,
  rangesAreFixed,
  sameAccess,
  sameAnswer,
  sameSecrecy,
  type AccessHalf,
  type FileSpan,
  type SecrecyHalf,
  type SpanAnswer,
  type SpanChange,
} from "./view-spans";

type Piece<A> = Extent & { answer: A };

/** What the assigned author proposes about secrecy. A changed proposal is one that its owner has not answered. */
export async function saveSecrecy(
  desk: Desk,
  actor: Actor,
  wanted: z.output<typeof secrecySpans>,
): Promise<Result<Edited, EditRefusal>> {
  const { fileId, version, told, spans } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "divide_spans",
    about: { fileId },
    touch: async (tx) => {
      const held = await loadFileBody(tx, fileId);
      const foliation = foliationOf(held);
      if (!foliation || !coversExactly(spans, foliation)) return { left: { condition: "spansBroken" } };
      const before = spansOf(held.spans);
      const after = overlay(before, spans, (old, half) =>
        sameSecrecy(old, half) ? { ...old, ...half } : { ...old, ...half, ...noReply },
      );
      const changes = changesBetween(foliation, before, after, sameSecrecy);
      if (held.version !== version) return { left: staleSpans(changes, (a) => a.secrecy) };
      if (changes.length === 0) return { left: { condition: "same" } };
      const lacking = changes.find((change) => !isComplete("secrecy", change.after));
      if (lacking) return { left: { condition: "answerIncomplete", text: lacking.sheets } };
      const untold = await untoldVoids(tx, "file_body", { fileId }, told);
      if (untold) return { left: untold };
      await write(tx, fileId, after, held);
      return { value: fileId, facts: { changes: changes.map((c) => entryOf(c, secrecyOf)) } };
    },
  });
  return answerOf(result);
}

/**
 * What the archive answers on access. While signatures cover the ranges as they are, only whole ranges are
 * answered: a range cut in two would be another dossier, and access must void nothing.
 */
export async function saveAccess(
  desk: Desk,
  actor: Actor,
  wanted: z.output<typeof accessSpans>,
): Promise<Result<Edited, EditRefusal>> {
  const { fileId, version, spans } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "answer_access",
    about: { fileId },
    touch: async (tx) => {
      const held = await loadFileBody(tx, fileId);
      const foliation = foliationOf(held);
      if (!foliation || !coversExactly(spans, foliation)) return { left: { condition: "spansBroken" } };
      const before = spansOf(held.spans);
      const fixed = rangesAreFixed(held.step);
      const after = overlay(before, spans, (old, half) => ({ ...old, ...half }), fixed);
      const changes = changesBetween(foliation, before, after, sameAccess);
      if (held.version !== version) return { left: staleSpans(changes, (a) => a.access) };
      if (changes.length === 0) return { left: { condition: "same" } };
      const lacking = changes.find((change) => !isComplete("access", change.after));
      if (lacking) return { left: { condition: "answerIncomplete", text: lacking.sheets } };
      if (fixed && !sameRanges(before, after)) return { left: { condition: "rangesFixed" } };
      await write(tx, fileId, after, held);
      // Ranges that were cut or joined are another document for whoever signs next, though access is no part of it.
      const edits = sameRanges(before, after) ? "around" : "file_body";
      return { value: fileId, facts: { changes: changes.map((c) => entryOf(c, accessOf)) }, edits };
    },
  });
  return answerOf(result);
}

/** Lays one half of the answers over a partition; the other half stays, whatever the sender held. */
function overlay<A>(
  before: readonly FileSpan[],
  pieces: readonly Piece<A>[],
  change: (old: SpanAnswer, half: A) => SpanAnswer,
  keepRanges = false,
): FileSpan[] {
  const same = keepRanges ? () => false : sameAnswer;
  return pieces.reduce<FileSpan[]>(
    (partition, { answer, ...extent }) =>
      replaceExtent(partition, extent, (old) => change(old, answer), same),
    [...before],
  );
}

const sameRanges = (a: readonly Extent[], b: readonly Extent[]): boolean =>
  a.length === b.length && a.every((span, i) => span.from === b[i]?.from && span.to === b[i]?.to);

async function write(tx: Tx, fileId: string, after: readonly FileSpan[], held: FileBody): Promise<void> {
  const partition = after.map(({ from, to, answer }) => ({ from, to, ...answer }));
  await writeSpans(tx, fileId, partition, held.spans);
  await nextVersion(tx, fileId);
}

/** Where the late editor and what is there now differ, by sheets. */
function staleSpans<A>(changes: readonly SpanChange<A>[], answer: (a: A) => string | null): EditRefusal {
  const now = changes.slice(0, 20).map((c) => ({ what: c.sheets, value: answer(c.before) ?? "" }));
  return { condition: "stale", now };
}

const secrecyOf = ({ secrecy, grade, ownerId, basis, reviewDate }: SecrecyHalf): Json => ({
  secrecy,
  grade,
  owner: ownerId,
  basis,
  review: reviewDate,
});
const accessOf = ({ access, accessBasis, closedUntil }: AccessHalf): Json => ({
  access,
  basis: accessBasis,
  until: closedUntil,
});

/** A change as the history keeps it: which sheets, and the answers; nothing of what stands on them. */
function entryOf<A>({ sheets, before, after }: SpanChange<A>, answer: (a: A) => Json): Json {
  return { what: sheets, before: answer(before), after: answer(after) };
}
