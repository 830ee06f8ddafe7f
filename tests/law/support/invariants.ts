import { cast } from "./cast";
import { partOf, type WorldWork } from "./move";
import { casesOf, keyOf, liveOf, newestOf } from "../world";
import type { Seen } from "./watch";
import { openSubjects } from "./recuse";

/**
 * DOMAIN's invariants in words of their own: none of these looks at the table of the law. Each gives what is
 * wrong after a move, or null.
 */
export type Invariant = (s: Seen) => string | null;

/** In which order the places of a decision are filled. */
const order: Record<string, number> = {
  confirm: 0,
  reader: 2,
  owner: 3,
  regional: 4,
  member: 5,
  chair: 5,
  act: 6,
  court: 7,
};
const placeOf = (slot: string): number => order[slot.split(":")[0]!] ?? -1;
const holds = (id: string, role: string): boolean => cast[id]!.some((o) => o.role === role);

/** 1: a stage or standing changes only with a decision of the same move, and each change has one entry. */
const stageMovesWithDecision: Invariant = ({ world, stages, standings, acts, before }) => {
  if (world.entries.length === before.entries) return null;
  const decided = new Set(acts.flatMap((a) => (a.decision ? [a.decision.id] : [])));
  for (const a of acts.filter((one) => one.act === "reopen")) {
    // What a reopening ends is the refusal of that proceeding.
    for (const [id, d] of world.folded.decisions) if (d.proceeding === a.proceeding) decided.add(id);
  }
  for (const [id, now] of world.folded.cases) {
    const was = before.cases.get(id)!;
    const told = stages.filter((e) => e.case === id);
    const same =
      was.stage === now.stage && was.outcome === now.outcome && was.neverSecret === now.neverSecret;
    if (same && told.length > 0 && now.outcome !== "refused") return `${id} was told to move and did not`;
    if (!same && told.length !== 1) return `${id} moved with ${told.length} entries`;
    if (told.some((e) => !decided.has(e.decision))) return `${id} moved without a decision`;
  }
  for (const [id, now] of world.folded.files) {
    if (before.files.get(id) === now) continue;
    if (!standings.some((e) => e.file === id && decided.has(e.decision)))
      return `${id} opened without a decision`;
  }
  return null;
};

/** 1: what is refused changes nothing; what is granted is one act entry for each proceeding it moves. */
const oneEntryAnAct: Invariant = ({ granted, played, acts, world, before }) => {
  if (played.ruling && !granted && world.entries.length !== before.entries)
    return "a refusal wrote something";
  if (granted && acts.length === 0) return "nothing was written for a granted act";
  const moved = acts.map((a) => a.proceeding);
  return new Set(moved).size === moved.length ? null : "two acts on one proceeding";
};

/** 2: a reason in code and words wherever one is owed, and a legal basis with every decision. */
const reasonsAndBasis: Invariant = ({ acts }) => {
  const owed = ["return", "refuse", "defer", "reopen", "reopen_second", "withdraw", "take_out"];
  for (const a of acts) {
    const against = a.act === "sign" && a.signature?.answer === "against";
    if ((owed.includes(a.act) || against) && !(a.reason?.code && a.reason.text.trim()))
      return `${a.act} without a reason`;
    if (a.decision && !a.decision.basis.trim()) return `${a.article} decided without a basis`;
  }
  return null;
};

/** 3: whoever wrote any version never signs, whichever came first; auditor and administrator never sign. */
const authorsNeverSign: Invariant = ({ world, signatures }) => {
  for (const p of world.proceedings.values()) {
    if (world.folded.proceedings.get(p.id)!.step === "withdrawn") continue;
    const own = liveOf(world, p.id).find((s) => p.authors.has(s.accountId));
    if (own) return `${own.accountId} wrote and signed (${own.slot}, ${own.question})`;
  }
  const barred = signatures.find((s) => holds(s.account, "auditor") || holds(s.account, "administrator"));
  return barred ? `${barred.account} signed` : null;
};

/** 4: one live signature a slot, one slot a person, on each question. */
const oneSlotEach: Invariant = ({ world, acts }) => {
  for (const { proceeding } of acts) {
    const live = liveOf(world, proceeding);
    const slots = live.map((s) => `${s.question} ${s.slot}`);
    const people = live.map((s) => `${s.question} ${s.accountId}`);
    if (new Set(slots).size !== slots.length) return `a slot is filled twice: ${slots.join(", ")}`;
    if (new Set(people).size !== people.length) return `a person fills two slots: ${people.join(", ")}`;
  }
  return null;
};

/** 5: a signature stores the hash of the dossier as it was, for an office that its signer holds. */
const signaturesStoreTheDossier: Invariant = ({ signatures, before, played }) => {
  for (const s of signatures) {
    if (!s.dossier || s.dossier !== before.dossier) return `signed ${s.dossier}, there was ${before.dossier}`;
    const office = played.ruling?.granted ? played.ruling.office : null;
    if (!office || !cast[s.account]!.includes(office)) return `${s.account} signed for an office of another`;
    if (s.slot.startsWith("owner:") && `owner:${office.bodyId}` !== s.slot)
      return `${s.slot} by ${office.bodyId}`;
  }
  return null;
};

/** Where an edit of each part leads (LAW, "Falling back after an edit"). */
const backTo: Record<string, number> = { file_body: 1, identity: 1, finding: 2, cited_image: 2 };

/** Works after which somebody may have a conflict where they signed. */
const takesAway = ["answer_conflicts", "link_file"];

/** 5: an edit voids exactly the live signatures of its step and later ones; nothing else is voided by it. */
const editsVoid: Invariant = ({ world, move, played, proceeding, falls: all, before }) => {
  if (played.ruling !== null || !proceeding) return null;
  const falls = all.filter((fall) => fall.part !== "recusal");
  const { round, step } = world.folded.proceedings.get(proceeding.id)!;
  const part = partOf[move.act as WorldWork] ?? "none";
  const rank = backTo[part] ?? Infinity;
  const wasOpen = !["granted", "refused", "withdrawn", "none"].includes(before.step);
  const happened = falls.length > 0;
  for (const [id, s] of world.folded.signatures) {
    if (!before.live.has(id)) continue;
    const mine =
      s.proceeding === proceeding.id && s.question === `decide/${round}` && placeOf(s.slot) >= rank;
    if (happened && mine && wasOpen && s.void !== "edited") return `${id} survived an edit of ${part}`;
    if (s.void === "recused" && takesAway.includes(move.act)) continue;
    if (s.void !== null && !(mine && wasOpen)) return `${id} was voided by an edit of ${part}`;
  }
  if (!wasOpen && falls.length > 0) return `an edit moved a proceeding that stood at ${before.step}`;
  if (part === "secrecy_again" && wasOpen && step !== before.step) return "a suspension moved the step";
  return null;
};

/** 6: nobody signs before their own "none"; whoever has a conflict holds no signature on anything still open. */
const conflictsFirst: Invariant = ({ world, signatures, matter, acts, move }) => {
  if (signatures.length > 0 && matter?.actor.conflict !== "none")
    return `signed with ${matter?.actor.conflict}`;
  const may = acts.some((a) => a.act === "declare_conflict") || takesAway.includes(move.act);
  const subjects = may ? openSubjects(world) : [];
  for (const subject of subjects) {
    const held = newestOf(world, subject)!;
    const { round } = world.folded.proceedings.get(held.id)!;
    for (const s of liveOf(world, held.id).filter((one) => one.question === `decide/${round}`)) {
      const answers = casesOf(world, subject).map((index) => world.conflicts.get(s.accountId)!.get(index));
      if (answers.includes("conflict"))
        return `${s.accountId} has a conflict and a signature on ${keyOf(subject)}`;
    }
  }
  return null;
};

/** 14: what was decided on an older version or another dossier is refused. */
const nothingStale: Invariant = ({ move, granted, matter, signatures }) => {
  if (!granted || !matter?.proceeding) return null;
  if (move.terms.shown === "before") return "an older version was accepted";
  return move.terms.dossier === "other" && signatures.length > 0 ? "another dossier was signed" : null;
};

/** 15: signature and decision name the rule set in force at that moment. */
const rulesInForce: Invariant = ({ world, acts }) => {
  for (const a of acts) {
    const named = [a.decision?.rules, a.signature?.rules].filter((v) => v !== undefined);
    if (named.some((version) => version !== world.rules.version)) return `judged by ${named.join(", ")}`;
  }
  return null;
};

export const invariants: Record<string, Invariant> = {
  stageMovesWithDecision,
  oneEntryAnAct,
  reasonsAndBasis,
  authorsNeverSign,
  oneSlotEach,
  signaturesStoreTheDossier,
  editsVoid,
  conflictsFirst,
  nothingStale,
  rulesInForce,
};
