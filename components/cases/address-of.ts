import type { QueueNeighbour } from "@/lib/cases/view";

type Item = Pick<QueueNeighbour, "caseId" | "proceeding"> & Partial<Pick<QueueNeighbour, "what" | "fileId">>;

/** Where an item of the queue is worked on: the case; of a file its sheets while it is studied, else its proceeding. */
export function addressOf({ caseId, proceeding, what, fileId }: Item): string {
  if (caseId) return `/cases/${caseId}`;
  return what === "study" && fileId ? `/files/${fileId}?tab=spans` : `/proceedings/${proceeding}`;
}
