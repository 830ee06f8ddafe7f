import { fallBack } from "@/lib/law/voids";
import { isOpen, type Part, type Step } from "@/lib/law/words";
import type { Entry } from "@/lib/ledger/entry";
import { casesOf, keyOf, kindOf, newestOf, write, type World } from "../world";
import { renew } from "./effects";
import { matterOf } from "./matter-of";
import { partOf, type Move, type Subject, type WorldWork } from "./move";
import { leaveBehind, openSubjects, takesPart } from "./play";
import { drafts, plans, ruleSets } from "./subjects";

type Write = (world: World, move: Move) => void;

/** What a work writes. Works that would change what a decision rests on are not possible (see `mayWork`). */
const writes: Record<WorldWork, Write> = {
  divide_spans: (world, { subject, terms }) => {
    Object.assign(world.files[subject.index]!, plans[terms.plan ?? 0]);
  },
  edit_case: () => undefined,
  edit_finding: (world, { subject, terms }) => {
    world.cases[subject.index]!.finding = drafts[terms.draft ?? 0]!;
  },
  attach_image: () => undefined,
  impose_secrecy: () => undefined,
  answer_access: () => undefined,
  save_draft: (world, { subject, terms }) => {
    world.cases[subject.index]!.draft = drafts[terms.draft ?? 0]!;
  },
  answer_conflicts: (world, { actor, subject, terms }) => {
    for (const index of casesOf(world, subject))
      world.conflicts.get(actor)!.set(index, terms.answer ?? "none");
  },
  answer_duplicate: (world, { subject }) => {
    world.cases[subject.index]!.duplicatesOpen = 0;
  },
  link_file: (world, { subject, terms }) => {
    world.cases[subject.index]!.links.push({ file: terms.file!, required: true });
  },
  activate_rules: (world, { terms }) => {
    world.rules = ruleSets[terms.rules ?? 0]!;
  },
  chair_absence: (world) => {
    world.chairAbsent = !world.chairAbsent;
  },
};

const ofCases: readonly WorldWork[] = [
  "edit_case",
  "edit_finding",
  "attach_image",
  "impose_secrecy",
  "save_draft",
  "answer_duplicate",
  "link_file",
];

/** Whether the work is possible as the world stands; the law's own conditions are not asked here. */
export function mayWork(world: World, move: Move): boolean {
  const { act, subject, terms, actor } = move;
  const held = newestOf(world, subject);
  if (
    (act === "divide_spans") !== (subject.kind === "file") &&
    (act === "divide_spans" || ofCases.includes(act as WorldWork))
  )
    return false;
  if (act === "divide_spans") return world.folded.files.get(keyOf(subject)) === "closed";
  if (act === "edit_finding")
    return world.cases[subject.index]!.finding !== null && held?.authors.has(actor) === true;
  if (act === "answer_conflicts") return terms.answer === "none" || !involved(world, move);
  if (act === "link_file") return mayLink(world, subject, terms.file ?? -1);
  return true;
}

/** A conflict of somebody who takes part is declared in the proceeding itself, so that its slot is freed. */
function involved(world: World, { actor, subject }: Move): boolean {
  const concerned = new Set(casesOf(world, subject));
  return openSubjects(world).some(
    (other) =>
      casesOf(world, other).some((index) => concerned.has(index)) &&
      takesPart(world, newestOf(world, other)!, actor),
  );
}

/** Only where nobody who takes part in the file's open proceeding has a conflict with the case. */
function mayLink(world: World, subject: Subject, file: number): boolean {
  const target = { kind: "file", index: file } as const;
  const held = newestOf(world, target);
  if (!world.files[file] || world.cases[subject.index]!.links.some((l) => l.file === file)) return false;
  if (!held) return true;
  return [...world.conflicts].every(
    ([id, answers]) => answers.get(subject.index) !== "conflict" || !takesPart(world, held, id),
  );
}

/** Plays a work; an edit makes the open proceeding of its subject fall back as the law says. */
export function playWork(world: World, move: Move): readonly Entry[] {
  const before = world.entries.length;
  if (!mayWork(world, move)) return [];
  const part = partOf[move.act as WorldWork];
  const falls = part && plan(world, move, part);
  writes[move.act as WorldWork](world, move);
  falls?.();
  return world.entries.slice(before);
}

/** Judged on the proceeding as it stood before the edit, written after it. */
function plan(world: World, move: Move, part: Part): (() => void) | undefined {
  const p = newestOf(world, move.subject);
  if (!p || !isOpen(world.folded.proceedings.get(p.id)!.step as Step)) return undefined;
  const facts = matterOf(world, move).proceeding!;
  if (part === "secrecy_again" && move.terms.freed)
    return () => fell(world, move, p.id, part, { to: facts.step, suspended: null, voids: [] });
  const back = fallBack(kindOf(move.subject), facts, part);
  return () => {
    if (part !== "around" && part !== "secrecy_again" && p.dossier > 0) renew(p);
    if (!back) return;
    const to = back.to === "suspended" ? facts.step : back.to;
    leaveBehind(p, facts.step, to);
    const suspended = back.to === "suspended" ? part : world.folded.proceedings.get(p.id)!.suspended;
    fell(world, move, p.id, part, { to, suspended, voids: back.voids });
  };
}

type Fall = { to: Step; suspended: string | null; voids: readonly { id: string; reason: string }[] };

function fell(world: World, move: Move, proceeding: string, part: string, fall: Fall): void {
  const held = world.folded.proceedings.get(proceeding)!;
  write(world, move.actor, {
    kind: "fell_back",
    proceeding,
    from: held.step as Step,
    version: held.version + 1,
    part,
    ...fall,
  });
}
