import { freedBy } from "@/lib/law/voids";
import { isOpen, type Step } from "@/lib/law/words";
import { casesOf, conflictOf, keyOf, liveOf, newestOf, write, type World } from "../world";
import { proceedingFacts } from "./matter-of";
import type { Subject } from "./move";
import { leaveBehind } from "./leave-behind";

/** Subjects whose newest proceeding is open. */
export function openSubjects(world: World): Subject[] {
  const found: Subject[] = [];
  for (const id of world.newest.values()) {
    const { kind, index } = world.proceedings.get(id)!;
    if (isOpen(world.folded.proceedings.get(id)!.step as Step))
      found.push({ kind: kind === "declassification" ? "file" : "case", index });
  }
  return found;
}

/**
 * A conflict is valid for every open proceeding that concerns one of these cases or files: assignments of whoever
 * has one end, what they signed on the decision in hand is void, and the work goes on from there, singly.
 */
export function recuseConflicted(world: World, actor: string, about: readonly Subject[]): void {
  const touched = new Set(about.flatMap((subject) => casesOf(world, subject)));
  const named = new Set(about.map(keyOf));
  for (const subject of openSubjects(world)) {
    if (named.has(keyOf(subject)) || casesOf(world, subject).some((index) => touched.has(index)))
      recuseFrom(world, actor, subject);
  }
}

function recuseFrom(world: World, actor: string, subject: Subject): void {
  const p = newestOf(world, subject)!;
  const involved = [...liveOf(world, p.id).map((s) => s.accountId), p.author, p.reader];
  const conflicted = involved.filter(
    (id): id is string => id !== null && conflictOf(world, id, subject) === "conflict",
  );
  if (conflicted.includes(p.author ?? "")) p.author = null;
  if (conflicted.includes(p.reader ?? "")) p.reader = null;
  const facts = proceedingFacts(world, p);
  const freed = freedBy(facts, conflicted);
  if (!freed) return;
  const to = freed.to as Step;
  leaveBehind(p, facts.step, to);
  write(world, actor, {
    kind: "fell_back",
    proceeding: p.id,
    from: facts.step,
    to,
    version: facts.version + 1,
    suspended: world.folded.proceedings.get(p.id)!.suspended,
    single: facts.single ?? "recusal",
    part: "recusal",
    voids: freed.voids,
  });
}
