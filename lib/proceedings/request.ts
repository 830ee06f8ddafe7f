import type { Act } from "@/lib/law/acts";
import type { Assertion } from "@/lib/ledger/assertion";
import type { Terms } from "@/lib/law/matter";
import type { OpenStep, Outcome, ProceedingKind, ReasonCode } from "@/lib/law/words";

export type LegalActInput = {
  kind: "prosecutor" | "court" | "commission";
  issuer: string;
  number: string;
  date: string;
  favourable: boolean;
  earlier?: boolean;
  scanSha256: string;
};

/** A span that its owner keeps secret: with grade, basis and the day on which it is looked at again. */
export type KeptSpan = { spanId: string; grade: string; basis: string; reviewDate: string };

/**
 * One act that somebody asks for. `proceeding` where one is open, otherwise `subject`. What the law judges
 * (Terms) is derived from it, never taken from the caller.
 */
export type ActRequest = {
  act: Act;
  proceeding?: string;
  subject?: { kind: ProceedingKind; id: string };
  version?: number;
  dossierHash?: string;
  reason?: { code: ReasonCode; text: string };
  basis?: string;
  missing?: string;
  outcome?: Outcome;
  toStep?: OpenStep;
  agencyId?: string;
  keeps?: readonly KeptSpan[];
  text?: string;
  until?: string;
  conflict?: string;
  motion?: "own" | "application" | "inventory";
  applicationId?: string;
  assignee?: string;
  legalAct?: LegalActInput;
  correction?: { field: string; newText: string; source: string };
};

/** A list of acts by one person: one act is a list of one, a register is the same thing. */
export type Order = {
  /** Idempotency key: the first answer to it is the answer. */
  key: string;
  requests: readonly ActRequest[];
  /** Signing needs the statement the person was shown in words, and how they showed who they are. */
  said?: { text: string; register: boolean } & Proof;
};

/** The password typed again, or the answer of a passkey whose challenge was the hash of the statement. */
export type Proof =
  { method: "password" } | { method: "passkey"; passkey: string; counter: number; assertion: Assertion };

const filled = (text: string | undefined): boolean => (text ?? "").trim() !== "";
const isDay = (text: string | undefined): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

type AssigneeFacts = Pick<NonNullable<Terms["assignee"]>, "expert" | "conflict">;
const stranger: AssigneeFacts = { expert: false, conflict: false };

/** What the law looks at. `assignee` is how the person to be assigned stands towards this proceeding. */
export function termsOf(r: ActRequest, said: Order["said"], assignee: AssigneeFacts = stranger): Terms {
  const act = r.legalAct;
  return {
    version: r.version,
    dossierHash: r.dossierHash,
    reason: r.reason,
    basis: r.basis,
    missing: r.missing,
    outcome: r.outcome,
    toStep: r.toStep,
    agencyId: r.agencyId,
    keptBased:
      (r.keeps?.length ?? 0) > 0 &&
      r.keeps!.every((k) => filled(k.basis) && filled(k.grade) && isDay(k.reviewDate)),
    certificate: filled(r.text),
    motion: r.motion,
    applicationId: r.applicationId,
    text: r.correction?.newText ?? r.text,
    until: isDay(r.until) ? r.until : undefined,
    conflict: r.conflict,
    assignee: r.assignee
      ? { accountId: r.assignee, expert: assignee.expert, conflict: assignee.conflict }
      : undefined,
    register: said?.register ?? false,
    method: said?.method,
    act: act && {
      complete:
        filled(act.issuer) && filled(act.number) && isDay(act.date) && /^[0-9a-f]{64}$/.test(act.scanSha256),
      favourable: act.favourable,
    },
    clerical: r.correction ? isClerical(r.correction.field) : false,
    source: r.correction?.source,
  };
}

/** Spelling, dates and references; never what was decided. */
export const clericalFields = [
  "name",
  "birth_text",
  "birth_place",
  "death_text",
  "date_text",
  "organ_text",
] as const;
export type ClericalField = (typeof clericalFields)[number];

export function isClerical(field: string): field is ClericalField {
  return (clericalFields as readonly string[]).includes(field);
}
