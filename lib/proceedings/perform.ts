import { dayOf, type Clock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import type { Act } from "@/lib/law/acts";
import type { Refusal } from "@/lib/law/refusals";
import { isOpen, type Step } from "@/lib/law/words";
import type { PrismaClient } from "@/lib/store/client";
import { loadAssignees } from "@/lib/store/assignees";
import { makeDossiers } from "@/lib/store/dossiers";
import { effects } from "@/lib/store/effects";
import { append, type EntryDraft } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { loadMatters, loadRules, lock, type LoadedMatter } from "@/lib/store/matters";
import { holdSigner, usePasskey } from "@/lib/store/passkeys";
import { reachOf, seenSubjects } from "@/lib/store/reach";
import { firstAnswer, keepAnswer, isRepeated } from "@/lib/store/requests";
import { dropLegalActs } from "@/lib/store/touched";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { writeActs, type ActRow, type SignatureRow } from "@/lib/store/write-acts";
import { reopenSubjects, writeDecisions, type DecisionRow } from "@/lib/store/write-decisions";
import { actEntry, movedEntries, refusalEntry, snapshot, statementEntry, type Frame } from "./entries";
import { isGranted, judge, type Bench, type Judged, type JudgedGranted } from "./judge";
import { assignedBy, bodyOf, wantedBy } from "./order";
import { recuseConflicted } from "./recuse";
import type { ActRequest, Order, Proof } from "./request";
import { actRow, decisionRow, signatureRow, signedBy, statementRow } from "./rows";

export type Desk = { prisma: PrismaClient; clock: Clock; sample?: boolean };

/** What became of each request, in the order of the list. `unknown`: nothing there that this person may see. */
export type Result =
  | { ok: true; article: string; proceeding: string; from: Step; to: Step; signature: string | null }
  | { ok: false; refusal: Refusal }
  | { ok: false; unknown: true };

/** Acts after which the document that signatures cover is another one. */
const changesDossier: ReadonlySet<Act> = new Set<Act>([
  "attest",
  "propose",
  "submit",
  "lift",
  "keep",
  "supply_certificate",
]);

/**
 * The one way in which a proceeding changes. One transaction: lock, load, decide each, write what is granted
 * (state, signatures, decisions, stages, history). A refused item does not spoil the others. The same key
 * gives the first answer; the same key with another body throws `KeyReused`.
 */
export async function perform(desk: Desk, actor: Actor, order: Order): Promise<Result[]> {
  const body = bodyOf(order);
  const before = await firstAnswer<Result[]>(desk.prisma, actor.accountId, order.key, body);
  if (before) return before;
  try {
    return await inTransaction(desk.prisma, (tx) => performIn(tx, desk, actor, order, body));
  } catch (fault) {
    // Somebody else's transaction with the same key came first: its answer is the answer.
    const answer =
      isRepeated(fault) && (await firstAnswer<Result[]>(desk.prisma, actor.accountId, order.key, body));
    if (answer) return answer;
    throw fault;
  }
}

/** The same within a transaction that holds more: what follows from a work, by whoever does it. */
export const performWithin = (
  tx: Tx,
  desk: Omit<Desk, "prisma">,
  actor: Actor,
  order: Order,
): Promise<Result[]> => performIn(tx, desk, actor, order, bodyOf(order));

async function performIn(
  tx: Tx,
  desk: Omit<Desk, "prisma">,
  actor: Actor,
  order: Order,
  body: string,
): Promise<Result[]> {
  const at = desk.clock();
  const frame: Frame = { actor, at, sample: desk.sample === true };
  const wanted = wantedBy(order);
  await lock(tx, wanted);
  const rules = await loadRules(tx, at);
  const signing = order.said && {
    ...(await holdSigner(tx, actor.accountId, at)),
    statement: signedBy(actor, order, order.said, rules),
  };
  const loaded = await loadMatters(tx, wanted, actor.accountId, dayOf(at));
  const seen = await seenSubjects(tx, await reachOf(tx, actor), [...loaded.values()]);
  const assignees = await loadAssignees(tx, assignedBy(order), dayOf(at));
  const bench = { actor, order, rules, assignees, signing: signing ?? null };
  const judged: (Judged | { request: ActRequest; named: "unknown" | "twice" })[] = [];
  const named = new Set<string>();
  for (const request of order.requests) {
    const id = request.proceeding ?? request.subject?.id ?? "";
    const found = loaded.get(id);
    if (!found || !seen.has(id)) judged.push({ request, named: "unknown" });
    else if (named.has(id)) judged.push({ request, named: "twice" });
    else judged.push(await judge(tx, bench, request, found));
    named.add(id);
  }
  const granted = judged.filter((j): j is JudgedGranted => "ruling" in j && isGranted(j));
  const written = await write(tx, frame, bench, granted);
  const refusals = judged.flatMap((j) => ("ruling" in j ? (refusalEntry(frame, j) ?? []) : []));
  await append(tx, [...written.entries, ...refusals]);
  const results = judged.map((j): Result => {
    if ("named" in j) {
      return j.named === "unknown"
        ? { ok: false, unknown: true }
        : { ok: false, refusal: { article: "–", condition: "namedOnce" } };
    }
    return written.results.get(j) ?? { ok: false, refusal: (j.ruling as { refusal: Refusal }).refusal };
  });
  await keepAnswer(tx, actor.accountId, order.key, body, results, at);
  return results;
}

type Written = { entries: EntryDraft[]; results: Map<Judged, Result> };

async function write(
  tx: Tx,
  frame: Frame,
  bench: Bench,
  granted: readonly JudgedGranted[],
): Promise<Written> {
  const { actor, at } = frame;
  const { order, rules } = bench;
  const first = granted.find((j) => j.ruling.signature);
  const said = first ? statementRow(bench) : null;
  if (said && order.said?.method === "passkey") await touchPasskey(tx, order.said, at);
  const items = granted.map((j) => {
    const proceeding = j.loaded.proceeding?.id ?? newId();
    const signature: SignatureRow | null = j.ruling.signature ? signatureRow(j, said!) : null;
    return {
      j,
      proceeding,
      signature,
      row: actRow(j, proceeding, signature, rules),
      decision: decisionRow(j, proceeding),
    };
  });
  await writeActs(
    tx,
    items.map((i) => i.row),
    said,
    actor.accountId,
    at,
  );
  await dropLegalActs(
    tx,
    items.filter((i) => leavesLegalAct(i.j)).map((i) => i.proceeding),
    at,
  );
  for (const { j, proceeding } of items) await runEffect(tx, j, proceeding, actor.accountId, at);
  await makeDossiers(
    tx,
    items.filter((i) => changesDossier.has(i.j.ruling.act)).map((i) => i.proceeding),
    at,
  );
  const decisions = items.flatMap((i) => i.decision ?? []);
  const moved = [
    ...(await writeDecisions(tx, decisions, at, dayOf(at))),
    ...(await reopenSubjects(
      tx,
      items.filter((i) => i.j.ruling.act === "reopen").map((i) => i.proceeding),
      at,
    )),
  ];
  const stated = first && said ? statementEntry(frame, first, bench, said) : [];
  const entries = items.flatMap(({ j, proceeding, signature, decision }) => [
    actEntry(frame, j, proceeding, signature, said, decision),
    ...movedEntries(frame, j.ruling.office, decision ?? reopened(proceeding, moved), moved),
  ]);
  const freed = await recuseElsewhere(tx, frame, granted);
  return {
    entries: [...stated, ...entries, ...freed],
    results: new Map(items.map((i) => [i.j, resultOf(i.j, i.row, i.signature)])),
  };
}

/** A counter that has gone on meanwhile, or a passkey ended meanwhile: nothing is written. */
async function touchPasskey(
  tx: Tx,
  { passkey: id, counter }: Extract<Proof, { method: "passkey" }>,
  at: Date,
): Promise<void> {
  if (!(await usePasskey(tx, { id, counter, at })))
    throw new Error("the passkey was used or ended meanwhile");
}

/** A conflict declared in one proceeding holds in all of the case. */
async function recuseElsewhere(
  tx: Tx,
  frame: Frame,
  granted: readonly JudgedGranted[],
): Promise<EntryDraft[]> {
  const declared = granted.filter((j) => j.ruling.act === "declare_conflict");
  if (declared.length === 0) return [];
  const about = {
    cases: declared.flatMap((j) => j.loaded.caseId ?? []),
    files: declared.flatMap((j) => j.loaded.fileId ?? []),
  };
  const actor = snapshot(frame.actor, declared[0]!.ruling.office);
  return recuseConflicted(tx, about, { actor, at: frame.at, sample: frame.sample });
}

function reopened(
  proceeding: string,
  moved: readonly { decision: string; proceeding?: string }[],
): Pick<DecisionRow, "id" | "file_id" | "result" | "outcome" | "proceeding_id"> {
  const decision = moved.find((m) => m.proceeding === proceeding)?.decision ?? "";
  return { id: decision, file_id: null, result: "refused", outcome: "refused", proceeding_id: proceeding };
}

function resultOf(j: JudgedGranted, row: ActRow, signature: SignatureRow | null): Result {
  const { article, from, to } = j.ruling;
  return { ok: true, article, proceeding: row.proceeding, from, to, signature: signature?.id ?? null };
}

const leavesLegalAct = ({ ruling }: JudgedGranted): boolean =>
  (ruling.from === "legal_act" || ruling.from === "court") &&
  ruling.to !== ruling.from &&
  isEarlierStep(ruling);

/** Back among the steps before the legal act, by return or recusal; a confirmed act is past dropping. */
const isEarlierStep = ({ act, to }: JudgedGranted["ruling"]): boolean =>
  act !== "confirm_unfavourable" && isOpen(to) && to !== "court";

async function runEffect(tx: Tx, j: JudgedGranted, proceeding: string, by: string, at: Date): Promise<void> {
  const { fileId, caseId, personId }: LoadedMatter = j.loaded;
  const { act: _act, proceeding: _proceeding, subject: _subject, ...input } = j.request;
  await effects[j.ruling.act]?.(tx, {
    ...input,
    proceeding,
    fileId,
    caseId,
    personId,
    by,
    at,
    fromStep: j.ruling.from,
  });
}
