import type { Outcome } from "@/lib/law/words";
import type { ClaimRow, VersionRow } from "./findings";
import { newId } from "./id";
import type { Tx } from "./transaction";

export type VersionBody = Pick<
  VersionRow,
  | "commonVersionId"
  | "outcome"
  | "ground"
  | "earlierAct"
  | "earlierSearch"
  | "exclusionCheck"
  | "exclusionFound"
  | "summary"
  | "claims"
  | "charges"
>;

export const emptyBody: VersionBody = {
  commonVersionId: null,
  outcome: null,
  ground: null,
  earlierAct: null,
  earlierSearch: null,
  exclusionCheck: null,
  exclusionFound: null,
  summary: null,
  claims: [],
  charges: [],
};

type Head = { findingId: string; number: number; authorId: string; at: Date };

/** A finding of a case, or the common one of a file, without a version yet. */
export async function insertFinding(
  tx: Tx,
  about: { caseId: string } | { fileId: string; title: string },
  by: string,
): Promise<string> {
  const id = newId();
  const of = "caseId" in about ? { case_id: about.caseId } : { file_id: about.fileId, title: about.title };
  await tx.findings.create({ data: { id, created_by: by, ...of } });
  return id;
}

/** A draft with all that it says. Claims and citations get ids of their own, so that a copy stands for itself. */
export async function insertVersion(tx: Tx, head: Head, body: VersionBody): Promise<string> {
  const id = newId();
  await tx.finding_versions.create({
    data: {
      id,
      finding_id: head.findingId,
      number: head.number,
      author_id: head.authorId,
      created_at: head.at,
      saved_at: head.at,
      ...columns(body),
    },
  });
  await insertParts(tx, id, { ...body, claims: body.claims.map(withNewIds) });
  return id;
}

const withNewIds = (claim: ClaimRow): ClaimRow => ({
  ...claim,
  id: newId(),
  citations: claim.citations.map((c) => ({ ...c, id: newId() })),
});

const columns = (body: VersionBody) => ({
  common_version_id: body.commonVersionId,
  outcome: body.outcome satisfies Outcome | null,
  ground: body.ground,
  earlier_act: body.earlierAct,
  earlier_search: body.earlierSearch,
  exclusion_check: body.exclusionCheck,
  exclusion_found: body.exclusionFound,
  summary: body.summary,
});

/**
 * Puts a draft in place of what stood there, if nobody saved in between: returns its new draft version, or
 * null when the version shown is no longer there or has been submitted.
 */
export async function replaceDraft(
  tx: Tx,
  versionId: string,
  draftVersion: number,
  body: VersionBody,
  at: Date,
): Promise<number | null> {
  const { count } = await tx.finding_versions.updateMany({
    where: { id: versionId, draft_version: draftVersion, submitted_at: null },
    data: { ...columns(body), draft_version: draftVersion + 1, saved_at: at },
  });
  if (count === 0) return null;
  await tx.citations.deleteMany({ where: { claim: { version_id: versionId } } });
  await tx.claims.deleteMany({ where: { version_id: versionId } });
  await tx.charge_outcomes.deleteMany({ where: { version_id: versionId } });
  await insertParts(tx, versionId, body);
  return draftVersion + 1;
}

async function insertParts(tx: Tx, version_id: string, body: VersionBody): Promise<void> {
  await tx.claims.createMany({
    data: body.claims.map(({ id, kind, text, required }, position) => ({
      id,
      version_id,
      position,
      kind,
      text,
      required,
    })),
  });
  await tx.citations.createMany({
    data: body.claims.flatMap((claim) =>
      claim.citations.map((c, position) => ({
        id: c.id,
        claim_id: claim.id,
        position,
        file_id: c.fileId,
        from_pos: c.from,
        to_pos: c.to,
        quote: c.quote,
        translation: c.translation,
        reliability: c.reliability,
      })),
    ),
  });
  await tx.charge_outcomes.createMany({
    data: body.charges.map((c) => ({
      version_id,
      charge_id: c.chargeId,
      outcome: c.outcome,
      reason: c.reason,
    })),
  });
}

/** The draft passes to another author; who wrote in it stays barred from signing. */
export async function takeOver(
  tx: Tx,
  proceeding: string,
  version: Pick<VersionRow, "id" | "authorId">,
  to: string,
): Promise<void> {
  await tx.$executeRawUnsafe(
    "insert into authors (proceeding_id, account_id) values ($1::uuid, $2::uuid) on conflict do nothing",
    proceeding,
    version.authorId,
  );
  await tx.finding_versions.update({ where: { id: version.id }, data: { author_id: to } });
}
