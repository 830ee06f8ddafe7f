import type { Actor, Office } from "@/lib/law/actor";
import type { ActPayload, ActorSnapshot, Json, SignatureEntry, Subject } from "@/lib/ledger/entry";
import type { EntryDraft } from "@/lib/store/events";
import type { DecisionRow, MovedCase } from "@/lib/store/write-decisions";
import type { SignatureRow, StatementRow } from "@/lib/store/write-acts";
import type { Bench, Judged, JudgedGranted } from "./judge";

/** The actor as they are at this moment, in the office in which they act. */
export function snapshot(actor: Actor, office: Office | null): ActorSnapshot {
  return {
    id: actor.accountId,
    name: actor.name,
    role: office?.role ?? (actor.offices.length === 0 ? "operator" : null),
    body: office?.bodyId ?? null,
    delegation: office?.delegationId ?? null,
  };
}

export type Frame = { actor: Actor; at: Date; sample: boolean };

function aboutOf(j: Judged, proceeding: string | null): EntryDraft["about"] {
  return {
    caseId: j.loaded.caseId,
    fileId: j.loaded.fileId,
    personId: j.loaded.personId,
    proceedingId: proceeding,
  };
}

export function actEntry(
  frame: Frame,
  j: JudgedGranted,
  proceeding: string,
  signature: SignatureRow | null,
  said: StatementRow | null,
  decision: DecisionRow | null,
): EntryDraft {
  const { ruling, loaded, request } = j;
  const subject: Subject = loaded.fileId ? { file: loaded.fileId } : { case: loaded.caseId! };
  const payload: ActPayload = {
    kind: "act",
    act: ruling.act,
    article: ruling.article,
    proceeding,
    of: loaded.kind,
    subject,
    from: ruling.from,
    to: ruling.to,
    round: ruling.round,
    version: ruling.version,
    single: ruling.single,
    deferred: deferredAfter(j),
    reason: request.reason ? { code: request.reason.code, text: request.reason.text } : null,
    signature: signature && said ? signatureEntry(signature, said) : null,
    voids: ruling.voids.map(({ id, reason }) => ({ id, reason })),
    decision: decision && {
      id: decision.id,
      result: decision.result,
      outcome: decision.outcome as NonNullable<ActPayload["decision"]>["outcome"],
      basis: decision.basis,
      reason: decision.reason,
      dossier: decision.dossier_hash,
      rules: decision.rules,
    },
    facts: factsOf(j),
  };
  return {
    payload,
    actor: snapshot(frame.actor, ruling.office),
    at: frame.at,
    sample: frame.sample,
    about: aboutOf(j, proceeding),
  };
}

/** Until when it is deferred after the act: a recusal or a withdrawal leaves a deferral as it is. */
function deferredAfter({ request, ruling, loaded }: JudgedGranted): string | null {
  if (ruling.act === "defer") return request.until ?? null;
  return ruling.act === "resume" ? null : (loaded.proceeding?.deferredUntil ?? null);
}

/** What a passkey signed, told before the signatures: whoever checks the history checks it with that passkey again. */
export function statementEntry(
  frame: Frame,
  { ruling }: JudgedGranted,
  { order, signing }: Bench,
  { id, hash }: StatementRow,
): EntryDraft[] {
  if (order.said?.method !== "passkey" || !signing) return [];
  const { assertion, method } = order.said;
  const payload = {
    ...({ kind: "statement", statement: id, method, hash } as const),
    ...{ signed: signing.statement, assertion },
  };
  const { at, sample } = frame;
  return [{ payload, actor: snapshot(frame.actor, ruling.office), at, sample }];
}

function signatureEntry(s: SignatureRow, said: StatementRow): SignatureEntry {
  return {
    id: s.id,
    slot: s.slot,
    question: s.question,
    answer: s.answer as SignatureEntry["answer"],
    outcome: s.outcome as SignatureEntry["outcome"],
    dossier: s.dossier_hash,
    rules: s.rules,
    register: s.register,
    opened: s.opened,
    deputyFor: s.deputy_for,
    statement: { id: said.id, hash: said.hash, method: said.method },
  };
}

/** What the act said besides its reason: nothing of a closed sheet, only what the actor entered. */
function factsOf({ request }: Judged): Record<string, Json> {
  const facts: Record<string, Json> = {};
  const { basis, missing, text, until, conflict, motion, agencyId, assignee, applicationId } = request;
  for (const [name, value] of Object.entries({
    basis,
    missing,
    text,
    until,
    conflict,
    motion,
    agencyId,
    assignee,
    applicationId,
  })) {
    if (value !== undefined) facts[name] = value;
  }
  if (request.keeps?.length) facts.keeps = request.keeps.map((k) => ({ ...k }));
  if (request.legalAct) facts.legalAct = { ...request.legalAct, earlier: request.legalAct.earlier ?? false };
  if (request.correction) facts.correction = { ...request.correction };
  return facts;
}

/** A refusal of somebody signed in, on something they may see, is part of the history. */
export function refusalEntry(frame: Frame, j: Judged): EntryDraft | null {
  if (j.ruling.granted) return null;
  const { article, condition } = j.ruling.refusal;
  const about = { file: j.loaded.fileId, case: j.loaded.caseId, proceeding: j.loaded.proceeding?.id ?? null };
  return {
    payload: { kind: "refusal", act: j.request.act, article, condition, about },
    actor: snapshot(frame.actor, frame.actor.offices[0] ?? null),
    at: frame.at,
    sample: frame.sample,
    about: aboutOf(j, j.loaded.proceeding?.id ?? null),
  };
}

/** One entry for the file, and one for each case that it moved. */
export function movedEntries(
  frame: Frame,
  office: Office | null,
  decision: Pick<DecisionRow, "id" | "file_id" | "result" | "outcome" | "proceeding_id">,
  moved: readonly MovedCase[],
): EntryDraft[] {
  const actor = snapshot(frame.actor, office);
  const drafts: EntryDraft[] = [];
  const common = { actor, at: frame.at, sample: frame.sample };
  if (decision.file_id && decision.result === "granted") {
    drafts.push({
      ...common,
      payload: {
        kind: "standing",
        file: decision.file_id,
        from: "closed",
        to: decision.outcome,
        decision: decision.id,
      },
      about: { fileId: decision.file_id, proceedingId: decision.proceeding_id },
    });
  }
  for (const c of moved.filter((one) => one.decision === decision.id)) {
    const { id, from, to, neverSecret, outcome } = c;
    drafts.push({
      ...common,
      payload: { kind: "stage", case: id, from, to, neverSecret, outcome, decision: decision.id },
      about: {
        caseId: id,
        personId: c.personId,
        fileId: decision.file_id,
        proceedingId: decision.proceeding_id,
      },
    });
  }
  return drafts;
}
