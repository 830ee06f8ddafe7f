import { expect } from "vitest";
import { isOpen, type Step } from "@/lib/law/words";
import type { Result } from "@/lib/proceedings/perform";
import { keyOf, newestOf, type WorldProceeding } from "@/tests/law/world";
import { chanceFrom } from "@/tests/law/support/chance";
import { worldWorks, type Move } from "@/tests/law/support/move";
import { nextMove, play, type Played } from "@/tests/law/support/sequences";
import { sees } from "@/tests/law/support/sees";
import { scenes } from "@/tests/law/support/subjects";
import { askAct } from "./acts";
import { dossierHolds } from "./dossiers";
import type { Replay } from "./desk";
import { stateInModel, statesInDatabase, type State } from "./states";
import { subjectsInDatabase, subjectsInModel } from "./subjects";
import { askWork } from "./works";

/**
 * Moves that the system has no way to make:
 * - `edit_finding`: a submitted version never changes (the database refuses it); it is returned and written anew;
 * - `impose_secrecy` with `freed`: no act lifts a suspension yet (B9 is kept for later).
 */
const cannotBeMade = ({ act, terms }: Move): boolean =>
  act === "edit_finding" || (act === "impose_secrecy" && terms.freed === true);

/** Plays what these numbers choose in a scene on both sides; gives how many moves that were. */
export async function replay(r: Replay, scene: number, numbers: readonly number[]): Promise<number> {
  const chosen = numbers.map((number) => () => nextMove(r.world, scenes[scene]!, chanceFrom(number)));
  return replayAll(r, chosen);
}

export const replayMoves = (r: Replay, moves: readonly Move[]): Promise<number> =>
  replayAll(
    r,
    moves.map((move) => () => move),
  );

/** Throws at the first difference, with what led there. */
async function replayAll(r: Replay, chosen: readonly (() => Move)[]): Promise<number> {
  const trail: string[] = [];
  try {
    for (const choose of chosen) {
      const move = choose();
      if (cannotBeMade(move)) continue;
      trail.push(`${move.actor} ${move.act} ${keyOf(move.subject)} ${JSON.stringify(move.terms)}`);
      const answer = await both(r, move);
      trail.push(`   ${answer}`);
      await sameProceeding(r, newestOf(r.world, move.subject), !/^(refused|unknown)/.test(answer));
    }
    await sameEverywhere(r);
  } catch (fault) {
    (fault as Error).message += `\n\nafter\n${trail.slice(-40).join("\n")}`;
    throw fault;
  }
  return trail.length / 2;
}

/** Every proceeding, file and case of the world. */
export async function sameEverywhere(r: Replay): Promise<void> {
  for (const p of r.world.proceedings.values()) await sameProceeding(r, p, true);
  expect(await subjectsInDatabase(r)).toEqual(subjectsInModel(r.world));
}

/** Makes one move on both sides; returns what both answered. */
async function both(r: Replay, move: Move): Promise<string> {
  if ((worldWorks as readonly string[]).includes(move.act)) return bothWork(r, move);
  const seen = sees(r.world, move.actor, move.subject);
  const result = await askAct(r, move);
  const played = play(r.world, move);
  const said = saidInModel(played);
  // What may not be seen is not there; and whoever may not see it may do nothing with it either.
  expect(answered(result)).toBe(seen ? said : "unknown");
  if (!seen) expect(said).toMatch(/^refused/);
  if (result.ok && result.from === "none")
    r.proceedings.set(newestOf(r.world, move.subject)!.id, result.proceeding);
  return seen ? said : "unknown";
}

async function bothWork(r: Replay, move: Move): Promise<string> {
  // A form for another kind of subject is never sent; the model leaves such a move as it is.
  const asked = isPossible(move) ? await askWork(r, move) : { kind: "unknown" as const };
  const { took } = play(r.world, move);
  const unsaid = ["answer_duplicate", "answer_conflicts"].includes(move.act);
  // These two answer the same whether there is nothing to answer or nothing that may be seen.
  const plain = took!.kind === "unknown" && unsaid ? { kind: "left" } : took;
  expect(asked).toEqual(plain);
  return JSON.stringify(asked);
}

function isPossible({ act, subject }: Move): boolean {
  const ofFile = ["name_owners", "divide_spans", "answer_access"].includes(act);
  const ofBoth = ["answer_conflicts", "activate_rules", "chair_absence"].includes(act);
  return ofBoth || ofFile === (subject.kind === "file");
}

function saidInModel({ ruling }: Played): string {
  if (!ruling) throw new Error("not an act");
  return ruling.granted
    ? `granted ${ruling.article}: ${ruling.from} → ${ruling.to}`
    : `refused ${ruling.refusal.article}: ${ruling.refusal.condition}`;
}

function answered(result: Result): string {
  if (result.ok) return `granted ${result.article}: ${result.from} → ${result.to}`;
  if ("unknown" in result) return "unknown";
  return `refused ${result.refusal.article}: ${result.refusal.condition}`;
}

async function sameProceeding(r: Replay, p: WorldProceeding | null, changed: boolean): Promise<void> {
  if (!p) return;
  const [held] = await statesInDatabase(r, [r.proceedings.get(p.id)!]);
  const said = stateInModel(r.world, p);
  if (changed && isOpen(held!.step as Step) && held!.step !== "study")
    expect(await dossierHolds(r, r.proceedings.get(p.id)!), "the dossier says what stands there").toBe(true);
  expect(unnamed(held!)).toEqual(unnamed(said));
  // Signatures that cover one dossier in the model cover one in the database.
  const named = new Map<string, string>();
  for (const [nth, { dossier }] of said.signatures.entries()) {
    const hash = held!.signatures[nth]!.dossier;
    expect(named.get(dossier) ?? hash, `the dossier ${dossier}`).toBe(hash);
    named.set(dossier, hash);
  }
}

const unnamed = (state: State): State => ({
  ...state,
  signatures: state.signatures.map((s) => ({ ...s, dossier: "" })),
});
