import type { Act, Work } from "../law/acts";
import type { Answer, Outcome, ProceedingKind, Role, Stage, Step } from "../law/words";
import type { Assertion } from "./assertion";
import type { Signed } from "./statement";

/** Values that survive canonical JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The actor as they were at that time: later changes of name, role or agency do not reach back. */
export type ActorSnapshot = {
  id: string | null;
  name: string;
  role: Role | "operator" | null;
  body: string | null;
  delegation: string | null;
};

export type Subject = { file: string } | { case: string };

export type SignatureEntry = {
  id: string;
  slot: string;
  question: string;
  answer: Answer;
  outcome: Outcome | null;
  dossier: string;
  rules: number;
  register: boolean;
  opened: boolean;
  deputyFor: string | null;
  statement: { id: string; hash: string; method: string };
};

export type DecisionEntry = {
  id: string;
  result: "granted" | "refused";
  outcome: Outcome | "declassified" | "never_secret";
  basis: string;
  reason: string | null;
  dossier: string;
  rules: number;
};

/** One act of a proceeding, with everything that it changed. */
export type ActPayload = {
  kind: "act";
  act: Act;
  article: string;
  proceeding: string;
  of: ProceedingKind;
  subject: Subject;
  from: Step;
  to: Step;
  round: number;
  version: number;
  single: string | null;
  deferred: string | null;
  reason: { code: string; text: string } | null;
  signature: SignatureEntry | null;
  voids: readonly { id: string; reason: string }[];
  decision: DecisionEntry | null;
  facts: { readonly [key: string]: Json };
};

export type Payload =
  | ActPayload
  /** An edit made the proceeding fall back, or suspended it. */
  | {
      kind: "fell_back";
      proceeding: string;
      from: Step;
      to: Step;
      version: number;
      suspended: string | null;
      /** Said by a recusal, which makes the item single; left out where it stays as it was. */
      single?: string | null;
      part: string;
      voids: readonly { id: string; reason: string }[];
    }
  | { kind: "standing"; file: string; from: string; to: string; decision: string }
  | {
      kind: "stage";
      case: string;
      from: Stage;
      to: Stage;
      neverSecret: boolean;
      outcome: Outcome | null;
      decision: string;
    }
  /** A file, person or case came into being, always archived. */
  | {
      kind: "arrived";
      what: "unit" | "file" | "person" | "case";
      id: string;
      source: string | null;
      hash: string;
    }
  /** An import was undone before anybody worked on what it brought: it is no longer there. */
  | { kind: "departed"; what: "file" | "person" | "case"; id: string }
  | {
      kind: "work";
      work: Work;
      article: string;
      about: { readonly [key: string]: string | null };
      facts: { readonly [key: string]: Json };
    }
  | {
      kind: "refusal";
      act: Act | Work;
      article: string;
      condition: string;
      about: { readonly [key: string]: string | null };
    }
  /** A version of the rules is proposed, confirmed by another person, or withdrawn. */
  | {
      kind: "rule_set";
      work: Extract<Work, "propose_rule_set" | "confirm_rule_set" | "withdraw_rule_set">;
      article: string;
      version: number;
      /** Of the canonical form of the body. */
      sha256: string;
      body: Json;
      /** In force from then on; once confirmed, that is settled. */
      from: string;
      reason: { text: string } | null;
      facts: { readonly [key: string]: Json };
    }
  | { kind: "imported"; file: string; sha256: string; counts: { readonly [key: string]: number } }
  | { kind: "account"; what: string; account: string; facts: { readonly [key: string]: Json } }
  /** What a passkey signed: it stands before the signatures that were given with it. */
  | {
      kind: "statement";
      statement: string;
      method: "passkey";
      hash: string;
      signed: Signed;
      assertion: Assertion;
    }
  /** A passkey, made or put aside by its holder; a further one is vouched for with one that is there. */
  | {
      kind: "passkey";
      what: "added" | "removed";
      account: string;
      credential: string;
      key: string | null;
      site: string | null;
      assertion: Assertion | null;
    }
  /** Password, passkeys and second factor of an account give way to others, by two people. */
  | {
      kind: "reset";
      what: "proposed" | "confirmed" | "withdrawn";
      reset: string;
      account: string;
      article: string;
      reason: { code: string; text: string } | null;
    };

/**
 * One entry of the history: canonicalised (RFC 8785), salted and stored as it was written. `at` is the
 * server's time in ISO 8601 with milliseconds; the payloads alone rebuild stages, steps, signatures and
 * decisions (fold.ts).
 */
export type Entry = { v: 1; id: string; at: string; actor: ActorSnapshot; sample: boolean; payload: Payload };
