import type { Act } from "@/lib/law/acts";
import { casesOf, type World, type WorldProceeding } from "../world";
import { ownSpans } from "./matter-of";
import type { Move } from "./move";

type Effect = (world: World, p: WorldProceeding, move: Move) => void;

/** A dossier says something else from now on: whoever signs next has to see it anew. */
export function renew(p: WorldProceeding): void {
  p.dossier += 1;
}

/** The owner's reply covers all its secret spans: `keep` keeps the first of them and lifts the others. */
const reply: Effect = (world, p, move) => {
  const { act } = move;
  const file = world.files[p.index]!;
  const mine = ownSpans(world, move);
  file.spans = file.spans.map((s) =>
    mine.includes(s) ? { ...s, ownerAnswer: act === "keep" && s === mine[0] ? "keep" : "lift" } : s,
  );
  renew(p);
};

const write: Effect = (_world, p, { actor }) => {
  p.authors.add(actor);
  renew(p);
};

/** Stored for every case concerned, and the person's assignment ends. */
const recuse: Effect = (world, p, { actor, subject }) => {
  for (const index of casesOf(world, subject)) world.conflicts.get(actor)!.set(index, "conflict");
  if (subject.kind === "file") world.hiddenFiles.get(actor)!.add(subject.index);
  if (p.author === actor) p.author = null;
  if (p.reader === actor) p.reader = null;
};

const confirmAct: Effect = (_world, p) => {
  p.confirmedActs.push(p.legalAct!);
  p.legalAct = null;
};

/** What each granted act changes besides step, signatures and decisions. */
export const effects: Partial<Record<Act, Effect>> = {
  attest: (_world, p) => renew(p),
  propose: write,
  submit: (world, p, move) => {
    const held = world.cases[p.index]!;
    held.finding = held.draft!.facts;
    p.authors.add(held.draft!.by);
    held.draft = null;
    write(world, p, move);
  },
  disagree: (_world, p) => {
    p.objections += 1;
  },
  answer_objection: (_world, p) => {
    p.objections = 0;
  },
  ask: (_world, p) => {
    p.questions += 1;
  },
  answer_question: (_world, p) => {
    p.questions = 0;
  },
  lift: reply,
  keep: reply,
  supply_certificate: (world, p) => {
    world.files[p.index]!.certificate = true;
    renew(p);
  },
  declare_conflict: recuse,
  enter_act: (_world, p, { actor, terms }) => {
    p.legalAct = { favourable: terms.favourable === true, enteredBy: actor, complete: true };
  },
  confirm_act: confirmAct,
  confirm_unfavourable: confirmAct,
  assign_author: (_world, p, { terms }) => {
    p.author = terms.assignee!;
  },
  assign_reader: (_world, p, { terms }) => {
    p.reader = terms.assignee!;
  },
  correct_propose: (_world, p, { actor }) => {
    p.corrections += 1;
    p.correction = { number: p.corrections, proposedBy: actor, seconded: false };
  },
  correct_second: (_world, p) => {
    p.correction = { ...p.correction!, seconded: true };
  },
  correct_sign: (_world, p) => {
    p.correction = null;
  },
};
