import type { Entry, Payload } from "./entry";

export type FoldedProceeding = {
  of: string;
  subject: string;
  step: string;
  version: number;
  round: number;
  single: string | null;
  deferred: string | null;
  suspended: string | null;
};
export type FoldedSignature = {
  proceeding: string;
  question: string;
  slot: string;
  account: string;
  answer: string;
  outcome: string | null;
  dossier: string;
  void: string | null;
};
export type FoldedDecision = { proceeding: string; subject: string; result: string; outcome: string };

/** What the history says is so: compared with the live tables by the verifier and by the tests. */
export type Folded = {
  files: Map<string, string>;
  cases: Map<string, { stage: string; outcome: string | null; neverSecret: boolean }>;
  proceedings: Map<string, FoldedProceeding>;
  signatures: Map<string, FoldedSignature>;
  decisions: Map<string, FoldedDecision>;
};

export function emptyFold(): Folded {
  return {
    files: new Map(),
    cases: new Map(),
    proceedings: new Map(),
    signatures: new Map(),
    decisions: new Map(),
  };
}

/** Adds one entry, in order of writing, to what was folded before. Mutates and returns `state`. */
export function foldEntry(state: Folded, entry: Entry): Folded {
  const p = entry.payload;
  switch (p.kind) {
    case "arrived":
      if (p.what === "file") state.files.set(p.id, "closed");
      if (p.what === "case") state.cases.set(p.id, { stage: "archived", outcome: null, neverSecret: false });
      break;
    case "act":
      foldAct(state, p, entry.actor.id ?? "");
      break;
    case "fell_back": {
      const held = state.proceedings.get(p.proceeding);
      if (held) Object.assign(held, { step: p.to, version: p.version, suspended: p.suspended });
      if (held && p.single !== undefined) held.single = p.single;
      voidAll(state, p.voids);
      break;
    }
    case "standing":
      state.files.set(p.file, p.to);
      break;
    case "stage":
      state.cases.set(p.case, { stage: p.to, outcome: p.outcome, neverSecret: p.neverSecret });
      break;
    case "work":
    case "refusal":
    case "imported":
    case "account":
      break;
  }
  return state;
}

function foldAct(state: Folded, p: Extract<Payload, { kind: "act" }>, account: string): void {
  const subject = "file" in p.subject ? p.subject.file : p.subject.case;
  state.proceedings.set(p.proceeding, {
    of: p.of,
    subject,
    step: p.to,
    version: p.version,
    round: p.round,
    single: p.single,
    deferred: p.deferred,
    suspended: state.proceedings.get(p.proceeding)?.suspended ?? null,
  });
  voidAll(state, p.voids);
  if (p.signature) {
    const { id, slot, question, answer, outcome, dossier } = p.signature;
    state.signatures.set(id, {
      proceeding: p.proceeding,
      question,
      slot,
      account,
      answer,
      outcome,
      dossier,
      void: null,
    });
  }
  if (p.decision) {
    const { id, result, outcome } = p.decision;
    state.decisions.set(id, { proceeding: p.proceeding, subject, result, outcome });
  }
}

function voidAll(state: Folded, voids: readonly { id: string; reason: string }[]): void {
  for (const v of voids) {
    const held = state.signatures.get(v.id);
    if (held) held.void = v.reason;
  }
}
