import { openDraft, saveDraft } from "@/lib/findings/write";
import { toBody } from "@/lib/findings/rows";
import { emptyFields, type Draft } from "@/lib/findings/view";
import type { Actor } from "@/lib/law/actor";
import type { FindingFacts } from "@/lib/law/matter";
import { replaceDraft } from "@/lib/store/finding-writes";
import { newId } from "@/lib/store/id";
import { inTransaction } from "@/lib/store/transaction";
import type { Move } from "@/tests/law/support/move";
import { rules } from "@/tests/law/support/matter";
import { drafts } from "@/tests/law/support/subjects";
import type { WorkTook } from "@/tests/law/support/works";
import { idOf, type Replay } from "./desk";

/** Opens the author's draft, or takes over another's, and saves one that says what the model's says. */
export async function writeDraft(r: Replay, move: Move, actor: Actor): Promise<WorkTook> {
  const caseId = idOf(r, move.subject);
  const opened = await openDraft(r.desk, actor, { caseId, language: "ru" });
  if (!opened.ok && "unknown" in opened) return { kind: "unknown" };
  if (!opened.ok && "refusal" in opened)
    return { kind: "refused", article: opened.refusal.article, condition: opened.refusal.condition };
  const held = await r.db.prisma.finding_versions.findFirstOrThrow({
    where: { finding: { case_id: caseId }, submitted_at: null },
  });
  const facts = drafts[move.terms.draft ?? 0]!;
  const draft = await draftOf(r, caseId, move.subject.index, facts);
  const shown = { versionId: held.id, draftVersion: held.draft_version };
  if (facts.secretCitations > 0) {
    // The author's desk takes no citation of a secret sheet. One that became secret since stays in a draft, but
    // no work makes a sheet secret again yet (B9), so this one is written beneath the desk.
    const at = r.desk.clock();
    await inTransaction(r.db.prisma, (tx) =>
      replaceDraft(tx, shown.versionId, shown.draftVersion, toBody(draft), at),
    );
    return { kind: "done" };
  }
  const saved = await saveDraft(r.desk, actor, { ...shown, draft });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return { kind: "done" };
}

async function draftOf(r: Replay, caseId: string, side: number, facts: FindingFacts): Promise<Draft> {
  const charges = await r.db.prisma.charges.findMany({
    where: { case_id: caseId },
    orderBy: { position: "asc" },
  });
  const already = facts.outcome === "already";
  const cited = (nth: number): Draft["claims"][number]["citations"] => {
    if (nth < facts.uncitedClaims) return [];
    const fileId = nth < facts.secretCitations ? r.placed.closed : r.placed.open;
    return [
      { id: newId(), fileId, from: side, to: side, quote: "«тройка»", translation: "", reliability: "" },
    ];
  };
  return {
    fields: {
      ...emptyFields,
      ...{ earlierSearch: "The card index", earlierFound: already, earlierCovers: already },
      ...{ earlierAct: already ? "Court, 1989" : "", exclusionFound: false, exclusionCheck: "None" },
    },
    charges: charges.map(({ id }, nth) => ({
      chargeId: id,
      outcome: facts.outcome === null ? null : isRefused(facts, nth) ? "refuse" : "rehabilitate",
      reason: isRefused(facts, nth) ? "It was proven" : "",
    })),
    claims: rules.requiredClaims.map((kind, nth) => ({
      ...{ id: newId(), kind: kind as "charge", text: kind, required: true },
      citations: cited(nth),
    })),
  };
}

const isRefused = ({ outcome }: FindingFacts, nth: number): boolean =>
  outcome === "refused" || (outcome === "part" && nth === 0);
