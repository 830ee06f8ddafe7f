import type { Tx } from "./transaction";

/** What an act writes besides state and signature. */
export type EffectInput = {
  proceeding: string;
  fileId: string | null;
  caseId: string | null;
  personId: string | null;
  by: string;
  at: Date;
  fromStep: string;
  reason?: { code: string; text: string };
  missing?: string;
  toStep?: string;
  text?: string;
  until?: string;
  agencyId?: string;
  keeps?: readonly { spanId: string; grade: string; basis: string; reviewDate: string }[];
  conflict?: string;
  assignee?: string;
  legalAct?: {
    kind: string;
    issuer: string;
    number: string;
    date: string;
    favourable: boolean;
    earlier?: boolean;
    scanSha256: string;
  };
  correction?: { field: string; newText: string; source: string };
};

export type Effect = (tx: Tx, i: EffectInput) => Promise<unknown>;
