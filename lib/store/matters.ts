import type {
  CaseFacts,
  FileFacts,
  FindingFacts,
  ProceedingFacts,
  RuleSet,
  Standing,
} from "@/lib/law/matter";
import type { Outcome, ProceedingKind } from "@/lib/law/words";
import { wantsPasskeys } from "@/lib/env";
import { duplicatesStatement, findingStatement, lockStatement, mattersStatement } from "./matters-sql";
import { planned } from "./planned";
import { rows, type Reader, type Tx } from "./transaction";

/** Facts of one subject, as loaded for one actor. `id` is the proceeding's, or the subject's where none is open. */
export type LoadedMatter = {
  id: string;
  kind: ProceedingKind;
  fileId: string | null;
  caseId: string | null;
  personId: string | null;
  /** The outcome that the submitted finding proposes. */
  outcome: Outcome | null;
  /** A proceeding is open already: another cannot be. */
  busy: boolean;
  /** The actor has had this very dossier open. */
  opened: boolean;
  conflict: Standing["conflict"];
  deputyFor: Standing["deputyFor"];
  proceeding: (ProceedingFacts & { deferredUntil: string | null }) | null;
  file: FileFacts | null;
  case: CaseFacts | null;
};

export type Wanted = {
  proceedings: readonly string[];
  /** Subjects for which a proceeding is to be opened. */
  kind: ProceedingKind;
  files: readonly string[];
  cases: readonly string[];
};

const rulesStatement = `select body || jsonb_build_object('version', version) as row from rule_sets
  where confirmed_at is not null and in_force_from <= $1::timestamptz order by version desc limit 1`;

// Every order sends these: the client finds their names by their text.
for (const text of [lockStatement, mattersStatement, findingStatement, rulesStatement]) planned(text);

/** Locks files, then cases, each in id order. Waits for whoever holds them. */
export async function lock(tx: Tx, wanted: Wanted): Promise<void> {
  await rows(tx, lockStatement, wanted.proceedings, wanted.files, wanted.cases);
}

/** Loads every matter in one statement. `today` is YYYY-MM-DD. */
export async function loadMatters(
  tx: Reader,
  wanted: Wanted,
  accountId: string,
  today: string,
): Promise<Map<string, LoadedMatter>> {
  const found = await rows<LoadedMatter>(
    tx,
    mattersStatement,
    wanted.proceedings,
    wanted.files,
    wanted.cases,
    wanted.kind,
    accountId,
    today,
  );
  return new Map(
    found.map((m) => [m.id, { ...m, case: m.case && { ...m.case, finding: proposed(m.outcome) } }]),
  );
}

/** After submission only the proposed outcome matters to the law; the rest was checked by R2. */
function proposed(outcome: Outcome | null): FindingFacts | null {
  if (!outcome) return null;
  return {
    outcome,
    earlierSearched: true,
    earlierActNamed: true,
    missingClaims: [],
    uncitedClaims: 0,
    unquotedCitations: 0,
    undecidedCharges: 0,
    refusedCharges: 0,
    rehabilitatedCharges: 0,
    exclusionChecked: true,
    secretCitations: 0,
  };
}

export type DraftFacts = FindingFacts & { versionId: string; number: number; submitted: boolean };

/** The finding in hand in full, for R2 and for the editor's list of what is missing. */
export async function loadFinding(tx: Reader, caseId: string, rules: RuleSet): Promise<DraftFacts | null> {
  const [found] = await rows<DraftFacts>(tx, findingStatement, caseId, rules.requiredClaims);
  return found ?? null;
}

/** Likely duplicates of a case that nobody has answered yet (R1). */
export async function loadDuplicates(tx: Reader, caseId: string): Promise<string[]> {
  return (await rows<{ id: string }>(tx, duplicatesStatement, caseId)).map((d) => d.id);
}

/** The rule set in force at that time. */
export async function loadRules(tx: Reader, at: Date): Promise<RuleSet> {
  const [found] = await rows<Omit<RuleSet, "requirePasskey"> & Partial<RuleSet>>(tx, rulesStatement, at);
  if (!found) throw new Error("no rule set is in force");
  // A version that is older than this rule is silent on it.
  return { ...found, requirePasskey: found.requirePasskey ?? wantsPasskeys() };
}
