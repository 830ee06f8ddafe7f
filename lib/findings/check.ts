import { parseFoliation } from "@/lib/archive/foliation";
import { countPositions } from "@/lib/archive/positions";
import type { FileRow } from "@/lib/store/findings";
import { isSecret } from "./view-cite";
import type { CitationDraft, Draft } from "./view";
import type { CitationFault } from "./view-answers";

/**
 * What the server finds wrong with the citations of a draft, by citation. A sheet that became secret after it
 * was cited is not refused here: the draft can still be saved, and the law refuses to submit it.
 */
export function checkCitations(
  draft: Pick<Draft, "claims">,
  files: readonly FileRow[],
  known: ReadonlySet<string>,
): Record<string, CitationFault> {
  const faults: Record<string, CitationFault> = {};
  for (const citation of draft.claims.flatMap((c) => c.citations)) {
    const fault = faultOf(citation, files, known);
    if (fault) faults[`citation.${citation.id}`] = fault;
  }
  return faults;
}

function faultOf(
  c: CitationDraft,
  files: readonly FileRow[],
  known: ReadonlySet<string>,
): CitationFault | null {
  const file = files.find((f) => f.id === c.fileId);
  if (!file) return "notLinked";
  const foliation = file.foliation === null ? null : parseFoliation(file.foliation);
  if (!foliation?.ok || c.from > c.to || c.to >= countPositions(foliation.value)) return "notInFile";
  return !known.has(c.id) && isSecret(file, c) ? "secretSheets" : null;
}
