import type { Act } from "@/lib/law/acts";
import { decide, type Ruling } from "@/lib/law/decide";
import type { Matter, ProceedingFacts, SpanFacts, Standing } from "@/lib/law/matter";
import { isOpen, type Step } from "@/lib/law/words";
import {
  conflictOf,
  dossierOf,
  keyOf,
  kindOf,
  liveOf,
  newestOf,
  stepOf,
  type World,
  type WorldProceeding,
} from "../world";
import { cast } from "./cast";
import type { Move, Subject } from "./move";

/** Everything the law may look at, as the world stands. */
export function matterOf(world: World, move: Move): Matter {
  const { subject, terms } = move;
  const held = move.act === "open" || move.act === "attest" ? null : newestOf(world, subject);
  const facts = held && proceedingFacts(world, held);
  const { shown, dossier, assignee, favourable, ...said } = terms;
  return {
    act: move.act as Act,
    kind: kindOf(subject),
    actor: standingOf(world, move.actor, subject),
    proceeding: facts,
    file: subject.kind === "file" ? fileFacts(world, subject) : null,
    case: subject.kind === "case" ? caseFacts(world, subject) : null,
    rules: world.rules,
    terms: {
      ...said,
      // What the law looks at is derived from what is sent: an agency can keep only spans of its own.
      keptBased: said.keptBased === true && ownSpans(world, move).length > 0,
      certificate: (said.text ?? "").trim() !== "",
      version: facts ? facts.version - (shown === "before" ? 1 : 0) : undefined,
      dossierHash: dossier === "other" ? "other" : (facts?.dossierHash ?? undefined),
      assignee: assignee
        ? {
            accountId: assignee,
            expert: isExpert(assignee),
            conflict: conflictOf(world, assignee, subject) === "conflict",
          }
        : undefined,
      act: favourable === undefined ? undefined : { complete: true, favourable },
    },
  };
}

const isExpert = (id: string): boolean => cast[id]?.some((o) => o.role === "expert") === true;

/** The spans of the file for which the named agency answers. */
export function ownSpans(world: World, { subject, terms }: Move): readonly SpanFacts[] {
  if (subject.kind === "case") return [];
  const { spans } = world.files[subject.index]!;
  return spans.filter((s) => s.ownerId === terms.agencyId && s.secrecy !== "none");
}

function standingOf(world: World, id: string, subject: Subject): Standing {
  const held = newestOf(world, subject);
  const barred = held && (refusersOf(world, held).includes("chair") || held.authors.has("chair"));
  const recused = conflictOf(world, "chair", subject) === "conflict";
  const deputyFor = world.chairAbsent ? "absent" : recused ? "recused" : barred ? "barred" : null;
  const isDeputy = cast[id]?.some((o) => o.role === "deputy");
  return {
    id,
    offices: cast[id] ?? [],
    conflict: conflictOf(world, id, subject),
    deputyFor: isDeputy ? deputyFor : null,
    cooling: false,
    keyed: false,
  };
}

export function proceedingFacts(world: World, p: WorldProceeding): ProceedingFacts {
  const { step, version, round, single, deferred, suspended } = world.folded.proceedings.get(p.id)!;
  return {
    id: p.id,
    step: step as Step,
    version,
    round,
    single,
    openedBy: p.openedBy,
    suspended: suspended !== null,
    deferred: deferred !== null,
    dossierHash: dossierOf(p),
    authors: [...p.authors],
    author: p.author,
    reader: p.reader,
    signatures: liveOf(world, p.id),
    refusedBy: refusersOf(world, p),
    objectionsOpen: p.objections,
    questionsOpen: p.questions,
    legalAct: p.legalAct,
    correction: p.correction,
  };
}

/** The bench that refused: of earlier rounds, and of this one once it is refused. */
export function refusersOf(world: World, p: WorldProceeding): readonly string[] {
  const { step, round } = world.folded.proceedings.get(p.id)!;
  return liveOf(world, p.id)
    .filter((s) => s.answer === "against" && (s.slot.startsWith("member:") || s.slot === "chair"))
    .filter((s) => s.question !== `decide/${round}` || step === "refused")
    .map((s) => s.accountId);
}

function fileFacts(world: World, subject: Subject): Matter["file"] {
  const held = newestOf(world, subject);
  const step = stepOf(world, subject);
  return {
    ...world.files[subject.index]!,
    standing: world.folded.files.get(keyOf(subject)) as "closed",
    attestedBy: step === "attested" ? held!.openedBy : null,
    refused: step === "refused",
  };
}

function caseFacts(world: World, subject: Subject): Matter["case"] {
  const { links, draft, finding, groupId, regionalBodyId, duplicatesOpen } = world.cases[subject.index]!;
  const required = links.filter((l) => l.required);
  const step = stepOf(world, subject);
  return {
    stage: world.folded.cases.get(keyOf(subject))!.stage as "archived",
    groupId,
    regionalBodyId,
    duplicatesOpen,
    // Joining is not played here: its tests stand by themselves.
    joined: false,
    refused: step === "refused",
    requiredFiles: required.length,
    requiredFilesClosed: required.filter((l) => world.folded.files.get(`file-${l.file}`) === "closed").length,
    finding: step === "study" ? (draft?.facts ?? null) : finding,
  };
}

/** Judges a move. One open proceeding a subject is the database's rule, so it stands here, not in the law. */
export function judge(world: World, move: Move, matter: Matter): Ruling {
  const opens = move.act === "open" || move.act === "attest";
  if (opens && isOpen(stepOf(world, move.subject)))
    return { granted: false, refusal: { article: "–", condition: "noneOpen" } };
  return decide(matter);
}
