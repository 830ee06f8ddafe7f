import fc from "fast-check";
import { acts } from "@/lib/law/acts";
import { isOpen, openSteps, outcomes, reasonCodes } from "@/lib/law/words";
import { keyOf, liveOf, newestOf, newWorld, stepOf, type World } from "../world";
import { cast, everybody, holders } from "./cast";
import { chanceFrom, type Chance } from "./chance";
import { likelyMove } from "./likely";
import { worldWorks, type Move, type MoveTerms, type Subject, type WorldWork } from "./move";
import { playAct, type Took } from "./play";
import { drafts, plans, ruleSets, scenes } from "./subjects";
import { playWork, type WorkTook } from "./works";

export type { Move } from "./move";

/** What a sequence is made of: a scene, and one number for each move. Fewer and smaller numbers are simpler. */
export type Choices = { scene: number; numbers: readonly number[] };

export const choices = (length: number): fc.Arbitrary<Choices> =>
  fc.record({
    scene: fc.nat({ max: scenes.length - 1 }),
    numbers: fc.array(fc.nat({ max: 0x7fffffff }), { minLength: length, maxLength: length, size: "max" }),
  });

export type Played =
  | (Took & { took: null })
  | { move: Move; ruling: null; matter: null; took: WorkTook; entries: Took["entries"] };

/** Plays one move in the world: an act is judged by the law, a work is written where it is possible. */
export function play(world: World, move: Move): Played {
  if ((worldWorks as readonly string[]).includes(move.act))
    return { move, ruling: null, matter: null, ...playWork(world, move) };
  return { ...playAct(world, move), took: null };
}

/** Plays a fixed list of moves from the beginning. */
export function runModel(moves: readonly Move[]): World {
  const world = newWorld();
  for (const move of moves) play(world, move);
  return world;
}

/**
 * Chooses and plays move after move. `watch` is called before each with what is about to be done and gets back
 * what was done; the moves returned play the same without any choosing (`runModel`).
 */
export function playChoices(
  { scene, numbers }: Choices,
  watch?: (world: World, move: Move, go: () => Played) => void,
): { world: World; moves: Move[] } {
  const world = newWorld();
  const moves: Move[] = [];
  for (const number of numbers) {
    const move = nextMove(world, scenes[scene]!, chanceFrom(number));
    moves.push(move);
    const go = (): Played => play(world, move);
    if (watch) watch(world, move, go);
    else go();
  }
  return { world, moves };
}

/** Mostly what is likely at that step, spoilt now and then; sometimes anything by anybody. */
export function nextMove(world: World, scene: (typeof scenes)[number], chance: Chance): Move {
  const subject = subjectOf(world, scene, chance);
  if (chance.of(0.08)) return wild(subject, chance);
  if (chance.of(0.1)) return aside(world, subject, chance);
  const move = likelyMove(world, subject, chance) ?? wild(subject, chance);
  return chance.of(0.08) ? spoilt(move, chance) : move;
}

function subjectOf(world: World, scene: (typeof scenes)[number], chance: Chance): Subject {
  if (chance.of(0.03)) return { kind: "case", index: chance.below(world.cases.length) };
  const ready = scene.cases.filter(
    (index) => world.folded.cases.get(keyOf({ kind: "case", index }))!.stage !== "archived",
  );
  const closed = scene.files.filter((index) => stepOf(world, { kind: "file", index }) !== "granted");
  const file = (): Subject => ({ kind: "file", index: chance.pick(closed) ?? scene.files[0]! });
  if (ready.length === 0) return file();
  return chance.of(0.93) ? { kind: "case", index: chance.pick(ready)! } : file();
}

const reason = (chance: Chance): MoveTerms["reason"] => ({
  code: chance.pick(reasonCodes)!,
  text: "Because",
});

/** Anything by anybody, with terms that may or may not belong to it. */
function wild(subject: Subject, chance: Chance): Move {
  const terms: MoveTerms = {
    reason: reason(chance),
    basis: "Basis",
    text: "Text",
    until: "2030-01-01",
    motion: "own",
  };
  terms.toStep = chance.pick(openSteps);
  terms.agencyId = chance.of(0.5) ? "A" : "B";
  terms.assignee = chance.pick(everybody);
  if (chance.of(0.5)) terms.outcome = chance.pick(outcomes);
  if (chance.of(0.3)) terms.register = true;
  return { actor: chance.pick(everybody)!, act: chance.pick(acts)!, subject, terms };
}

/** What happens beside the main way: questions, returns, recusals, edits, new rules. */
function aside(world: World, subject: Subject, chance: Chance): Move {
  const staff = everybody.filter((id) =>
    cast[id]!.some((o) => !["auditor", "administrator"].includes(o.role)),
  );
  const actor = chance.pick(staff)!;
  const step = stepOf(world, subject);
  const said: MoveTerms = { reason: reason(chance), text: "Text", until: "2030-01-01", missing: "Sheet 12" };
  if (isOpen(step) && chance.of(0.6)) {
    const act = chance.pick([
      "ask",
      "take_out",
      "defer",
      "withdraw",
      "declare_conflict",
      "return",
      "return",
    ])!;
    // Mostly by somebody who has a part in it already: others can do little of this.
    const involved = chance.of(0.6) ? chance.pick(partakers(world, subject)) : undefined;
    const byOffice = act === "defer" || (act === "withdraw" && chance.of(0.3));
    const by = byOffice ? "secretary1" : (involved ?? actor);
    return {
      actor: by,
      act,
      subject,
      terms: { ...said, conflict: "relative", toStep: chance.pick(openSteps) },
    };
  }
  const act = chance.pick<WorldWork>(subject.kind === "file" ? ofFiles : ofCases)!;
  const terms: MoveTerms = {
    plan: chance.below(plans.length),
    draft: chance.below(drafts.length),
    answer: chance.of(0.8) ? "none" : "conflict",
    rules: chance.below(ruleSets.length),
    file: chance.below(world.files.length),
    freed: chance.of(0.5),
    access: chance.pick(["open", "open", "closed", null] as const)!,
  };
  const author = newestOf(world, subject)?.author;
  const usual = authorsWork.includes(act) ? (author ? [author] : []) : holders("archivist");
  return { actor: chance.of(0.6) ? (chance.pick(usual) ?? actor) : actor, act, subject, terms };
}

/** Whoever signed, wrote or reads in the newest proceeding. */
function partakers(world: World, subject: Subject): readonly string[] {
  const p = newestOf(world, subject)!;
  const assigned = [p.author, p.reader].filter((id) => id !== null);
  return [...assigned, ...liveOf(world, p.id).map((s) => s.accountId)];
}

const authorsWork: readonly WorldWork[] = ["divide_spans", "save_draft"];
const onlyFiles: readonly WorldWork[] = ["name_owners", "divide_spans", "answer_access"];
const ofAnything: readonly WorldWork[] = ["answer_conflicts", "activate_rules", "chair_absence"];
const ofFiles = [...onlyFiles, ...ofAnything];
const ofCases = worldWorks.filter((work) => !onlyFiles.includes(work));

/** The same move with one thing wrong. */
function spoilt(move: Move, chance: Chance): Move {
  const wrongs: MoveTerms[] = [
    { shown: "before" },
    { dossier: "other" },
    { reason: undefined },
    { basis: "" },
    { outcome: "part" },
    { register: true },
  ];
  if (chance.of(0.3)) return { ...move, actor: chance.pick(everybody)! };
  return { ...move, terms: { ...move.terms, ...chance.pick(wrongs) } };
}
