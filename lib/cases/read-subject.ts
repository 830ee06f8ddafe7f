import type { Actor } from "@/lib/law/actor";
import { appPool, appReads } from "@/lib/store/client";
import { listBeside, type BesideCase } from "@/lib/store/case-joins";
import { listSimilar, type SimilarCase } from "@/lib/store/duplicates";
import { listApplications, loadFileHead, type FileHead } from "@/lib/store/declassification-page";
import { loadProceeding, type ProceedingShown } from "@/lib/store/proceeding-page";
import { loadReach } from "@/lib/store/reach";
import { loadLastBasis } from "@/lib/store/sayings";
import { loadWords } from "@/lib/store/words";
import { systemClock } from "@/lib/clock";
import { readChanges, type CasePage } from "./read";
import { readStanding, type Standing } from "./read-standing";
import type { Subject } from "./view-subject";
import type { Change } from "./view-changes";

/** The question's subject on a case page, with what the forms can be set to. */
export async function subjectOfCase(
  actor: Actor,
  page: CasePage,
): Promise<{ subject: Subject; similar: SimilarCase[]; beside: BesideCase[] }> {
  const db = appPool();
  const reach = await loadReach(appReads(), actor);
  const { head, proceeding } = page;
  const closed = !proceeding;
  const [applications, similar, beside, lastBasis] = await Promise.all([
    closed ? listApplications(db, reach, head.id) : [],
    closed && head.stage === "declassified" ? listSimilar(db, reach, head.id) : [],
    listBeside(db, reach, head.id),
    loadLastBasis(appReads(), actor.accountId, "rehabilitation"),
  ]);
  const about = { kind: "rehabilitation", id: head.id, name: head.name, proceeding } as const;
  const file = { foliation: null, spans: [], grades: {}, cases: [] };
  return {
    subject: { ...about, ...file, regional: head.regional !== null, applications, lastBasis },
    similar,
    beside,
  };
}

export type ProceedingPage = {
  proceeding: ProceedingShown;
  file: FileHead;
  standing: Standing | null;
  changes: Change[];
  subject: Subject;
  now: Date;
};

/** A file's declassification; for a case the answer names the case instead, and null is nothing to be seen. */
export async function readProceeding(
  actor: Actor,
  id: string,
): Promise<ProceedingPage | { caseId: string } | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const db = appPool();
  const reads = appReads();
  const reach = await loadReach(reads, actor);
  const proceeding = await loadProceeding(reads, reach, id);
  if (!proceeding) return null;
  if (proceeding.caseId) return { caseId: proceeding.caseId };
  const now = systemClock();
  const [file, standing, changes, grades, lastBasis] = await Promise.all([
    loadFileHead(reads, reach, proceeding.fileId ?? ""),
    readStanding(actor, { proceeding: id }, now),
    readChanges(reach, proceeding),
    loadWords(db, "grade"),
    loadLastBasis(appReads(), actor.accountId, "declassification"),
  ]);
  if (!file) return null;
  const { foliation, spans } = file;
  const about = { kind: "declassification", id: file.id, name: file.title, proceeding } as const;
  const cases = file.cases.map((one) => one.id);
  const subject = { ...about, foliation, spans, cases, grades, lastBasis, regional: false, applications: [] };
  return { proceeding, file, standing, changes, subject, now };
}
