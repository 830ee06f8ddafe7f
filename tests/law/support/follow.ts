import type { DecisionEntry } from "@/lib/ledger/entry";
import { casesOf, keyOf, write, type World } from "../world";
import type { Move } from "./move";

/** What a decision moves: the file and the cases that waited for it, or the one case. */
export function follow(world: World, move: Move, decision: DecisionEntry): void {
  if (move.subject.kind === "case") {
    const from = world.folded.cases.get(keyOf(move.subject))!;
    const granted = decision.result === "granted";
    write(world, move.actor, {
      kind: "stage",
      case: keyOf(move.subject),
      from: from.stage as "declassified",
      to: granted ? "rehabilitated" : (from.stage as "declassified"),
      neverSecret: from.neverSecret,
      outcome: decision.outcome as "full",
      decision: decision.id,
    });
    return;
  }
  if (decision.result === "refused") return;
  const file = keyOf(move.subject);
  write(world, move.actor, {
    kind: "standing",
    file,
    from: "closed",
    to: decision.outcome,
    decision: decision.id,
  });
  for (const index of casesOf(world, move.subject)) release(world, move.actor, index, decision.id);
}

/** Under review again, a case is not "refused" any more; its stage stays. */
export function reopenCase(world: World, move: Move): void {
  if (move.subject.kind === "file") return;
  const id = keyOf(move.subject);
  const { stage, neverSecret } = world.folded.cases.get(id)!;
  const [decision] = [...world.folded.decisions].findLast(
    ([, d]) => d.subject === id && d.result === "refused",
  )!;
  const as = stage as "declassified";
  write(world, move.actor, {
    kind: "stage",
    case: id,
    from: as,
    to: as,
    neverSecret,
    outcome: null,
    decision,
  });
}

/** A case follows the last of its required files; one that is past `archived` stays where it is. */
function release(world: World, actor: string, index: number, decision: string): void {
  const id = keyOf({ kind: "case", index });
  const held = world.folded.cases.get(id)!;
  const required = world.cases[index]!.links.filter((l) => l.required);
  const standings = required.map((l) => world.folded.files.get(`file-${l.file}`));
  if (held.stage !== "archived" || required.length === 0 || standings.includes("closed")) return;
  const neverSecret = standings.every((standing) => standing === "never_secret");
  write(world, actor, {
    kind: "stage",
    case: id,
    from: "archived",
    to: "declassified",
    neverSecret,
    outcome: null,
    decision,
  });
}
