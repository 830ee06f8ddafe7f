import type { ActPayload, Entry, Payload } from "./entry";
import { foldRules, foundingRules, judgedWrong, type FoldedRules } from "./fold-rules";

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
  /** By version. */
  rules: Map<string, FoldedRules>;
};

/** What the fold looks at of an entry. */
export type Folding = Pick<Entry, "actor" | "at" | "payload">;

export function emptyFold(): Folded {
  return {
    files: new Map(),
    cases: new Map(),
    proceedings: new Map(),
    signatures: new Map(),
    decisions: new Map(),
    rules: foundingRules(),
  };
}

/**
 * Adds one entry, in order of writing, to what was folded before. Gives null, or what is wrong when it cannot follow:
 * it is folded all the same, so that one fault does not hide the next.
 */
export function foldEntry(state: Folded, entry: Folding): string | null {
  const p = entry.payload;
  switch (p.kind) {
    case "arrived":
      return foldArrived(state, p);
    case "departed":
      return foldDeparted(state, p);
    case "act":
      return foldAct(state, p, entry);
    case "fell_back":
      return foldFall(state, p);
    case "standing": {
      const held = state.files.get(p.file);
      state.files.set(p.file, p.to);
      return held === p.from ? null : `the file stood at ${held ?? "nothing"}, not at ${p.from}`;
    }
    case "stage": {
      const held = state.cases.get(p.case);
      state.cases.set(p.case, { stage: p.to, outcome: p.outcome, neverSecret: p.neverSecret });
      return held?.stage === p.from ? null : `the case was ${held?.stage ?? "nowhere"}, not ${p.from}`;
    }
    case "rule_set":
      return foldRules(state.rules, p, entry);
    case "work":
    case "refusal":
    case "imported":
    case "account":
    case "statement":
    case "passkey":
    case "reset":
      return null;
    default:
      return "is of a kind that is not known here";
  }
}

/** What these entries alone say is so, oldest first. */
export function foldAll(entries: Iterable<Entry>): Folded {
  const state = emptyFold();
  for (const entry of entries) foldEntry(state, entry);
  return state;
}

type Of<Kind extends Payload["kind"]> = Extract<Payload, { kind: Kind }>;

function foldArrived(state: Folded, p: Of<"arrived">): string | null {
  const known = p.what === "file" ? state.files.has(p.id) : p.what === "case" && state.cases.has(p.id);
  if (p.what === "file") state.files.set(p.id, "closed");
  if (p.what === "case") state.cases.set(p.id, { stage: "archived", outcome: null, neverSecret: false });
  return known ? `the ${p.what} arrived before` : null;
}

/** Whatever goes is as it came: nobody has worked on it. */
function foldDeparted(state: Folded, p: Of<"departed">): string | null {
  const held = p.what === "file" ? state.files.get(p.id) : p.what === "case" && state.cases.get(p.id)?.stage;
  if (p.what === "file") state.files.delete(p.id);
  if (p.what === "case") state.cases.delete(p.id);
  const asItCame = p.what === "person" || held === (p.what === "file" ? "closed" : "archived");
  return asItCame ? null : `the ${p.what} that goes was ${held || "nowhere"}`;
}

function foldFall(state: Folded, p: Of<"fell_back">): string | null {
  const held = state.proceedings.get(p.proceeding);
  if (!held) return "falls back, and was never opened";
  const from = held.step;
  Object.assign(held, { step: p.to, version: p.version, suspended: p.suspended });
  if (p.single !== undefined) held.single = p.single;
  return voidAll(state, p.voids) ?? (from === p.from ? null : `stood at ${from}, not at ${p.from}`);
}

function foldAct(state: Folded, p: ActPayload, { at, actor }: Folding): string | null {
  const account = typeof actor.id === "string" ? actor.id : "";
  const { file, case: kase } = p.subject as { file?: unknown; case?: unknown };
  const subject = typeof file === "string" ? file : String(kase);
  const held = state.proceedings.get(p.proceeding);
  const unknown = voidAll(state, p.voids);
  const wrong = cannotFollow(state, held, p) ?? unknown ?? judgedOtherwise(state, p, at);
  state.proceedings.set(p.proceeding, {
    of: p.of,
    subject,
    step: p.to,
    version: p.version,
    round: p.round,
    single: p.single,
    deferred: p.deferred,
    suspended: held?.suspended ?? null,
  });
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
  return wrong;
}

function cannotFollow(state: Folded, held: FoldedProceeding | undefined, p: ActPayload): string | null {
  if (p.signature && state.signatures.has(p.signature.id)) return "the signature was given before";
  if (p.decision && state.decisions.has(p.decision.id)) return "the decision was taken before";
  if (!held) return null;
  if (held.step !== p.from) return `stood at ${held.step}, not at ${p.from}`;
  return p.version >= held.version ? null : `had version ${held.version} already`;
}

/** A signature and a decision name the rules by which they were judged. */
function judgedOtherwise({ rules }: Folded, p: ActPayload, at: string): string | null {
  for (const judged of [p.signature, p.decision]) {
    const wrong = judged && judgedWrong(rules, judged.rules, at);
    if (wrong) return wrong;
  }
  return null;
}

function voidAll(state: Folded, voids: readonly { id: string; reason: string }[]): string | null {
  let unknown: string | null = null;
  for (const v of voids) {
    const held = state.signatures.get(v.id);
    if (held) held.void = v.reason;
    else unknown = `voids a signature that nobody gave: ${v.id}`;
  }
  return unknown;
}
