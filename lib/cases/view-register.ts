/** Where an item of a list is looked at: its case, or for a file its proceeding. */
export const addressOfItem = (caseId: string | null, proceeding: string): string =>
  caseId ? `/cases/${caseId}` : `/proceedings/${proceeding}`;
