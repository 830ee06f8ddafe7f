import type { Actor } from "@/lib/law/actor";
import { statementHash, type Signed } from "@/lib/ledger/statement";
import { newId } from "@/lib/store/id";
import type { RuleSet } from "@/lib/law/matter";
import { isOpen } from "@/lib/law/words";
import type { ActRow, SignatureRow, StatementRow } from "@/lib/store/write-acts";
import type { DecisionRow } from "@/lib/store/write-decisions";
import type { Bench, JudgedGranted } from "./judge";
import type { Order } from "./request";

/** Everything that is signed with an order: the words shown, what is asked for, and under which rules. */
export function signedBy(
  actor: Pick<Actor, "accountId">,
  { key, requests }: Pick<Order, "key" | "requests">,
  { text, register }: { text: string; register: boolean },
  rules: Pick<RuleSet, "version">,
): Signed {
  const asked = JSON.parse(JSON.stringify(requests)) as Signed["requests"];
  return { key, register, requests: asked, rules: rules.version, signer: actor.accountId, text };
}

/** The statement of a list is one for all that it signs. */
export function statementRow({ actor, order, signing }: Bench): StatementRow {
  if (!order.said || !signing) throw new Error("a signature without a statement");
  const { text, ...items } = signing.statement;
  const { method, register } = order.said;
  const hash = statementHash(signing.statement);
  return { id: newId(), account_id: actor.accountId, text, hash, items, method, register };
}

export function signatureRow(j: JudgedGranted, said: StatementRow): SignatureRow {
  const { ruling, loaded, request, matter } = j;
  const signature = ruling.signature!;
  return {
    id: newId(),
    question: signature.question,
    slot: signature.slot,
    role: ruling.office.role,
    body_id: ruling.office.bodyId,
    agency_id: ruling.office.bodyKind === "agency" ? ruling.office.bodyId : null,
    delegation_id: ruling.office.delegationId ?? null,
    deputy_for: ruling.office.role === "deputy" ? loaded.deputyFor : null,
    article: ruling.article,
    answer: signature.answer,
    outcome: signature.outcome,
    reason: request.reason?.text ?? null,
    dossier_hash: request.dossierHash!,
    rules: matter.rules.version,
    statement_id: said.id,
    register: said.register,
    opened: loaded.opened,
  };
}

export function actRow(
  j: JudgedGranted,
  proceeding: string,
  signature: SignatureRow | null,
  rules: RuleSet,
): ActRow {
  const { ruling, loaded, request } = j;
  return {
    proceeding,
    opens: !loaded.proceeding,
    kind: loaded.kind,
    file_id: loaded.fileId,
    case_id: loaded.caseId,
    step: ruling.to,
    from_step: ruling.from,
    from_version: loaded.proceeding?.version ?? 0,
    version: ruling.version,
    round: ruling.round,
    single: ruling.single,
    outcome: ruling.act === "submit" ? (j.matter.case?.finding?.outcome ?? null) : null,
    rules: rules.version,
    motion: request.motion ?? null,
    application_id: request.applicationId ?? null,
    decided: !isOpen(ruling.to),
    due_days: isOpen(ruling.to) ? (rules.days[ruling.to] ?? null) : null,
    signature,
    voids: ruling.voids,
  };
}

export function decisionRow(j: JudgedGranted, proceeding: string): DecisionRow | null {
  const { ruling, loaded, request, matter } = j;
  if (!ruling.decision) return null;
  return {
    id: newId(),
    proceeding_id: proceeding,
    file_id: loaded.fileId,
    case_id: loaded.caseId,
    result: ruling.decision.result,
    outcome: ruling.decision.outcome,
    article: ruling.article,
    basis: request.basis ?? `${ruling.article}`,
    reason: request.reason?.text ?? null,
    rules: matter.rules.version,
    dossier_hash: request.dossierHash ?? loaded.proceeding?.dossierHash ?? "",
    review_at: request.until ?? null,
  };
}
