import type { Granted, Ruling } from "@/lib/law/decide";
import type { Matter } from "@/lib/law/matter";
import type { ActPayload, DecisionEntry, Entry, SignatureEntry } from "@/lib/ledger/entry";
import { dossierOf, keyOf, kindOf, newestOf, write, type World, type WorldProceeding } from "../world";
import { effects } from "./effects";
import { follow, reopenCase } from "./follow";
import { leaveBehind } from "./leave-behind";
import { judge, matterOf } from "./matter-of";
import type { Move } from "./move";
import { recuseConflicted } from "./recuse";

/** What a move did: nothing but a ruling where it was refused. */
export type Took = { move: Move; ruling: Ruling; matter: Matter; entries: readonly Entry[] };

/** Plays an act of the law: judged, and where granted written as one act entry and what follows from it. */
export function playAct(world: World, move: Move): Took {
  const matter = matterOf(world, move);
  const ruling = judge(world, move, matter);
  const before = world.entries.length;
  if (ruling.granted) {
    grant(world, move, ruling, matter);
    if (move.act === "declare_conflict") recuseConflicted(world, move.actor, [move.subject]);
  }
  return { move, ruling, matter, entries: world.entries.slice(before) };
}

function grant(world: World, move: Move, ruling: Granted, matter: Matter): void {
  const p = ruling.from === "none" ? found(world, move) : newestOf(world, move.subject)!;
  const dossier = dossierOf(p) ?? `${p.id}/1`;
  effects[ruling.act]?.(world, p, move);
  leaveBehind(p, ruling.from, ruling.to);
  const decision = decisionOf(world, move, ruling, dossier);
  const payload: ActPayload = {
    kind: "act",
    act: ruling.act,
    article: ruling.article,
    proceeding: p.id,
    of: p.kind,
    subject: move.subject.kind === "file" ? { file: keyOf(move.subject) } : { case: keyOf(move.subject) },
    from: ruling.from,
    to: ruling.to,
    round: ruling.round,
    version: ruling.version,
    single: ruling.single,
    deferred: deferredAfter(world, p, move),
    reason: move.terms.reason ?? null,
    signature: signatureOf(world, move, ruling, matter, dossier),
    voids: ruling.voids,
    decision,
    facts: {},
  };
  write(world, move.actor, payload);
  if (decision) follow(world, move, decision);
  if (ruling.act === "reopen") reopenCase(world, move);
}

function found(world: World, { subject, actor }: Move): WorldProceeding {
  const p: WorldProceeding = {
    id: `p-${++world.made}`,
    kind: kindOf(subject),
    index: subject.index,
    openedBy: actor,
    author: null,
    reader: null,
    // Whoever wrote a version in an earlier proceeding of the same case is its author still.
    authors: new Set(subject.kind === "case" ? newestOf(world, subject)?.authors : []),
    dossier: 0,
    objections: 0,
    questions: 0,
    legalAct: null,
    confirmedActs: [],
    correction: null,
    corrections: 0,
  };
  world.proceedings.set(p.id, p);
  world.newest.set(keyOf(subject), p.id);
  return p;
}

function deferredAfter(world: World, p: WorldProceeding, move: Move): string | null {
  if (move.act === "defer") return move.terms.until ?? null;
  if (move.act === "resume") return null;
  return world.folded.proceedings.get(p.id)?.deferred ?? null;
}

function signatureOf(
  world: World,
  move: Move,
  ruling: Granted,
  matter: Matter,
  dossier: string,
): SignatureEntry | null {
  if (!ruling.signature) return null;
  const id = `s-${++world.made}`;
  return {
    ...ruling.signature,
    id,
    dossier,
    rules: matter.rules.version,
    register: move.terms.register === true,
    opened: true,
    deputyFor: ruling.office.role === "deputy" ? matter.actor.deputyFor : null,
    statement: { id: `statement-${id}`, hash: id, method: "password" },
  };
}

function decisionOf(world: World, move: Move, ruling: Granted, dossier: string): DecisionEntry | null {
  if (!ruling.decision) return null;
  const { basis = "", reason } = move.terms;
  return {
    id: `d-${++world.made}`,
    ...ruling.decision,
    basis,
    reason: reason?.text ?? null,
    dossier,
    rules: world.rules.version,
  };
}
