import type { ImportState } from "@/lib/intake/view-standing";
import type { Summary } from "@/lib/intake/view";
import { ChangesList, type Words } from "./changes-list";
import { ProblemsTable } from "./problems-table";
import { ProposalCounts } from "./proposal-counts";
import { AddedSamples, MissingSamples } from "./samples-list";
import { SuspectsTable } from "./suspects-table";

type DifferencesProps = { id: string; summary: Summary; state: ImportState; words: Words };

/** What an import would change: figures, what was turned down, then each kind of difference. */
export function Differences({ id, summary, state, words }: DifferencesProps) {
  const { counts, problems, problemCount, remarks, remarkCount, kind, duplicates } = summary;
  const changes = Object.values(counts).reduce((total, tally) => total + tally.changed, 0);
  const choosing = state === "open";
  const listed = kind === "table" && state !== "dropped";
  return (
    <>
      <ProposalCounts counts={counts} />
      <ProblemsTable
        kind="problems"
        problems={problems}
        count={problemCount}
        href={listed ? `/api/intake/rejects/${id}` : undefined}
      />
      <SuspectsTable {...{ duplicates, choosing }} />
      <ChangesList {...{ summary, words, choosing }} count={changes} />
      <ProblemsTable kind="remarks" problems={remarks} count={remarkCount} />
      <AddedSamples {...{ summary, choosing }} />
      <MissingSamples summary={summary} />
    </>
  );
}
