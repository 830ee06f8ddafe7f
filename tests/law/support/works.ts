import { decideWork } from "@/lib/law/decide-work";
import { worksLaw } from "@/lib/law/law";
import type { Work } from "@/lib/law/acts";
import { fallBack } from "@/lib/law/voids";
import { isOpen, type Part, type Step } from "@/lib/law/words";
import type { Entry } from "@/lib/ledger/entry";
import { kindOf, newestOf, stepOf, write, type World } from "../world";
import { cast } from "./cast";
import { renew } from "./effects";
import { leaveBehind } from "./leave-behind";
import { proceedingFacts } from "./matter-of";
import { partOf, type Move, type Subject, type WorldWork } from "./move";
import { sees, seesOpenFile } from "./sees";
import { writes } from "./works-written";

/** What became of a work: `left` changed nothing, for there was nothing to change or it said too little. */
export type WorkTook =
  { kind: "done" | "left" | "unknown" } | { kind: "refused"; article: string; condition: string };

const ofFiles: readonly string[] = ["name_owners", "divide_spans", "answer_access"];
const ofBoth: readonly string[] = ["answer_conflicts", "activate_rules", "chair_absence"];

/** Plays a work: judged as the law has it, written, and the open proceeding of its subject falls back. */
export function playWork(world: World, move: Move): { took: WorkTook; entries: readonly Entry[] } {
  const before = world.entries.length;
  const took = perform(world, move);
  return { took, entries: world.entries.slice(before) };
}

function perform(world: World, move: Move): WorkTook {
  const { act, subject, actor } = move;
  if (!ofBoth.includes(act) && ofFiles.includes(act) !== (subject.kind === "file"))
    return { kind: "unknown" };
  if (!aboutOf(move).every((one) => sees(world, actor, one))) return { kind: "unknown" };
  if (act === "attach_image" && !seesOpenFile(actor)) return { kind: "unknown" };
  const refusal = refusalOf(world, move);
  if (refusal) return refusal;
  const part = partOf[act as WorldWork];
  const falls = part && plan(world, move, part);
  if (!writes[act as WorldWork](world, move)) return { kind: "left" };
  falls?.();
  return { kind: "done" };
}

/** What a work is about. A list of answers, and an image that many cases may cite, are about nothing of their own. */
function aboutOf({ act, subject, terms }: Move): readonly Subject[] {
  if (act === "link_file") return [subject, { kind: "file", index: terms.file ?? 0 }];
  return [...ofBoth, "attach_image", "edit_finding", "impose_secrecy"].includes(act) ? [] : [subject];
}

function refusalOf(world: World, { act, actor, subject }: Move): WorkTook | null {
  if (!worksLaw.some((row) => row.work === act)) return null;
  const p = newestOf(world, subject);
  const ruling = decideWork({
    work: act as Work,
    offices: cast[actor]!,
    authorOfIt: stepOf(world, subject) === "study" && p!.author === actor,
    readerOfIt: false,
    conflict: false,
    archiveId: null,
    decided: stepOf(world, subject) === "granted",
  });
  if (ruling.granted) return null;
  const { article, condition } = ruling.refusal;
  return { kind: "refused", article, condition };
}

/** Judged on the proceeding as it stood before the edit, written after it. */
function plan(world: World, move: Move, part: Part): (() => void) | undefined {
  const p = newestOf(world, move.subject);
  if (!p || !isOpen(world.folded.proceedings.get(p.id)!.step as Step)) return undefined;
  const facts = proceedingFacts(world, p);
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
