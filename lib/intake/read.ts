import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { findProposal, listProposals, type ProposalRow } from "@/lib/store/intake";
import { hasWritten } from "@/lib/store/intake-undo";
import { findJob, type JobRow } from "@/lib/store/jobs";
import { loadReach } from "@/lib/store/reach";
import { readerOn } from "@/lib/store/transaction";
import { importingOffice } from "./importer";
import { onlySeen } from "./suspect-people";
import type { JobShown, Standing } from "./view-standing";
import type { Asked, Problem, ProposalShown, ProposalSummary, Summary } from "./view";

const MOST_LISTED = 50;
type Row = ProposalRow<Summary, Problem>;

/** The newest imports of the archivist and their colleagues; null for whoever imports nothing. */
export async function readProposals(actor: Actor): Promise<ProposalSummary[] | null> {
  if (!importingOffice(actor)) return null;
  return (await listProposals<Summary, Problem>(appPool(), actor.accountId, MOST_LISTED)).map(summaryOf);
}

const find = async (actor: Actor, id: string): Promise<Row | null> =>
  importingOffice(actor) && /^[0-9a-f-]{36}$/i.test(id)
    ? findProposal<Summary, Problem>(appPool(), actor.accountId, id)
    : null;

export async function readProposal(
  actor: Actor,
  id: string,
): Promise<(ProposalShown & { job: JobShown | null }) | null> {
  const row = await find(actor, id);
  if (!row) return null;
  const { sha256, size, summary, problem, left_out: leftOut } = row;
  const { leave = {} } = row.asked as Asked;
  const undoneAt = row.undone_at?.toISOString() ?? null;
  const settled = row.state === "accepted" || row.state === "dropped";
  const mayUndo = settled && (await hasWritten(appPool(), id));
  const told = { sha256, size, leave, problem, leftOut, undoneAt, mayUndo };
  const seen = summary && (await asSeenBy(actor, summary));
  return { ...summaryOf(row), ...told, summary: seen, job: await jobOf(id) };
}

async function asSeenBy(actor: Actor, summary: Summary): Promise<Summary> {
  if (!summary.duplicates) return summary;
  const reach = await loadReach(appPool(), actor);
  return { ...summary, duplicates: await onlySeen(readerOn(appPool()), summary.duplicates, reach) };
}

/** Where an import stands and how far the work on it is: asked for again and again. */
export async function readStanding(actor: Actor, id: string): Promise<Standing | null> {
  const row = await find(actor, id);
  return row && { state: row.state, job: await jobOf(id) };
}

async function jobOf(importId: string): Promise<JobShown | null> {
  const job = await findJob(appPool(), importId);
  return job && showJob(job);
}

function showJob({ run, seconds, phase, ...job }: JobRow): JobShown {
  const rate = seconds > 0.5 && run > 0 ? run / seconds : null;
  const left = rate && Math.ceil((job.total - job.done) / rate);
  return { ...job, phase: phase as JobShown["phase"], rate, left };
}

function summaryOf({ summary, ...row }: Row): ProposalSummary {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    kind: summary?.kind ?? null,
    counts: summary?.counts ?? {},
    problemCount: summary?.problemCount ?? 0,
  };
}
