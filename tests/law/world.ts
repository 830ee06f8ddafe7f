import type { CorrectionFacts, LegalActFacts, LiveSignature, RuleSet, Standing } from "@/lib/law/matter";
import type { ProceedingKind, Step } from "@/lib/law/words";
import type { Entry } from "@/lib/ledger/entry";
import { emptyFold, foldEntry, type Folded } from "@/lib/ledger/fold";
import { everybody, unanswered } from "./support/cast";
import { makeCases, makeFiles, ruleSets, type WorldCase, type WorldFile } from "./support/subjects";
import type { Subject } from "./support/move";

/** What is known of a proceeding besides what the history folds to. */
export type WorldProceeding = {
  id: string;
  kind: ProceedingKind;
  index: number;
  openedBy: string;
  author: string | null;
  reader: string | null;
  authors: Set<string>;
  dossier: number;
  objections: number;
  questions: number;
  legalAct: LegalActFacts | null;
  confirmedActs: LegalActFacts[];
  correction: CorrectionFacts | null;
  corrections: number;
};

export type World = {
  folded: Folded;
  entries: Entry[];
  files: WorldFile[];
  cases: WorldCase[];
  proceedings: Map<string, WorldProceeding>;
  /** The newest proceeding of a subject. */
  newest: Map<string, string>;
  conflicts: Map<string, Map<number, "none" | "conflict">>;
  /** Files in whose own proceeding somebody declared a conflict: they see them no more. */
  hiddenFiles: Map<string, Set<number>>;
  rules: RuleSet;
  chairAbsent: boolean;
  made: number;
};

export const keyOf = (s: Subject): string => `${s.kind}-${s.index}`;
export const kindOf = (s: Subject): ProceedingKind =>
  s.kind === "file" ? "declassification" : "rehabilitation";

export function newWorld(): World {
  const world: World = {
    folded: emptyFold(),
    entries: [],
    files: makeFiles(),
    cases: makeCases(),
    proceedings: new Map(),
    newest: new Map(),
    conflicts: new Map(),
    hiddenFiles: new Map(everybody.map((id) => [id, new Set()])),
    rules: ruleSets[0]!,
    chairAbsent: false,
    made: 0,
  };
  world.files.forEach((_, index) => arrive(world, "file", index));
  world.cases.forEach((_, index) => arrive(world, "case", index));
  for (const id of everybody) {
    const all = world.cases.map((_, index) => [index, "none"] as const);
    world.conflicts.set(id, new Map(unanswered.includes(id) ? [] : all));
  }
  return world;
}

function arrive(world: World, what: "file" | "case", index: number): void {
  const id = keyOf({ kind: what, index });
  write(world, null, { kind: "arrived", what, id, source: null, hash: id });
}

/** Adds one entry to the history, and to what it folds to. */
export function write(world: World, actor: string | null, payload: Entry["payload"]): Entry {
  const at = new Date(Date.UTC(2026, 0, 1) + world.entries.length).toISOString();
  const by = { id: actor, name: actor ?? "", role: null, body: null, delegation: null };
  const entry: Entry = { v: 1, id: `e-${world.entries.length}`, at, actor: by, sample: false, payload };
  world.entries.push(entry);
  const wrong = foldEntry(world.folded, entry);
  if (wrong) throw new Error(`${payload.kind} cannot follow: ${wrong}`);
  return entry;
}

/** The cases that a subject concerns: itself, or every case of the file. */
export function casesOf(world: World, subject: Subject): readonly number[] {
  if (subject.kind === "case") return [subject.index];
  return world.cases.flatMap((c, index) => (c.links.some((l) => l.file === subject.index) ? [index] : []));
}

export function conflictOf(world: World, id: string, subject: Subject): Standing["conflict"] {
  const answers = casesOf(world, subject).map((index) => world.conflicts.get(id)?.get(index));
  if (answers.includes("conflict")) return "conflict";
  return answers.includes(undefined) ? "unanswered" : "none";
}

export function newestOf(world: World, subject: Subject): WorldProceeding | null {
  return world.proceedings.get(world.newest.get(keyOf(subject)) ?? "") ?? null;
}

export function stepOf(world: World, subject: Subject): Step {
  const held = newestOf(world, subject);
  const step = held && (world.folded.proceedings.get(held.id)!.step as Step);
  return step === null || step === "withdrawn" ? "none" : step;
}

export function liveOf(world: World, proceeding: string): LiveSignature[] {
  const live: LiveSignature[] = [];
  for (const [id, s] of world.folded.signatures) {
    if (s.proceeding !== proceeding || s.void !== null) continue;
    const { slot, question, account } = s;
    live.push({
      id,
      slot,
      question,
      accountId: account,
      answer: s.answer as "for",
      outcome: s.outcome as "full",
    });
  }
  return live;
}

export const dossierOf = (p: WorldProceeding): string | null =>
  p.dossier === 0 ? null : `${p.id}/${p.dossier}`;
