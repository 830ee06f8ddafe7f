import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { findProposal, listProposals, type ProposalRow } from "@/lib/store/intake";
import { importingOffice } from "./importer";
import type { ProposalShown, ProposalSummary, Summary } from "./view";

const MOST_LISTED = 50;

/** The newest proposals of the archivist and their colleagues; null for whoever imports nothing. */
export async function readProposals(actor: Actor): Promise<ProposalSummary[] | null> {
  if (!importingOffice(actor)) return null;
  const rows = await listProposals(appPool(), actor.accountId, MOST_LISTED);
  return rows.map(summaryOf);
}

export async function readProposal(actor: Actor, id: string): Promise<ProposalShown | null> {
  if (!importingOffice(actor) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const row = await findProposal(appPool(), actor.accountId, id);
  return row && { ...summaryOf(row), sha256: row.sha256, summary: row.summary as Summary };
}

function summaryOf(row: ProposalRow): ProposalSummary {
  const { counts, problemCount, kind } = row.summary as Summary;
  return {
    id: row.id,
    fileName: row.file_name,
    kind,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    counts,
    problemCount,
  };
}
