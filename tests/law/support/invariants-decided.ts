import { keyOf, newestOf, type WorldProceeding } from "../world";
import type { Invariant } from "./invariants";
import { refusersOf } from "./matter-of";
import { deciding, type Seen } from "./watch";

const answered = (p: WorldProceeding): boolean => p.objections === 0 && p.questions === 0;
const openFile = (s: Seen, file: number): boolean => s.world.folded.files.get(`file-${file}`) !== "closed";
const required = (s: Seen, index: number): number[] =>
  s.world.cases[index]!.links.filter((l) => l.required).map((l) => l.file);

/** 9: a file opens with every span answered, every owner's signature, and something freed – or was never secret. */
const filesOpenAnswered: Invariant = (s) => {
  for (const { file, to } of s.standings) {
    const held = s.world.files[Number(file.split("-")[1])]!;
    if (to === "never_secret") {
      if (held.grade !== null || held.owners.length > 0)
        return `${file} was never secret, with grade or owner`;
      continue;
    }
    const slots = deciding(s, s.proceeding!).map((one) => one.slot);
    if (held.spans.length === 0) return `${file} has no spans`;
    if (held.spans.some((span) => span.secrecy === null || span.access === null))
      return `${file} has an open span`;
    if (held.spans.some((span) => span.secrecy !== "none" && span.ownerAnswer === null))
      return `${file} has a span without its owner's answer`;
    if (held.owners.some((agency) => !slots.includes(`owner:${agency}`)))
      return `${file}: an owner did not sign`;
    const freed = held.spans.some((span) => span.secrecy === "none" || span.ownerAnswer === "lift");
    if (!freed && !held.certificate) return `nothing of ${file} is freed`;
    if (!slots.includes("reader") || !slots.includes("chair"))
      return `${file}: signed by ${slots.join(", ")}`;
  }
  return null;
};

/** 9: a case is declassified when all its required files are open, in the move that opens the last, never later. */
const casesFollowFiles: Invariant = (s) => {
  for (const e of s.stages.filter((one) => one.from === "archived")) {
    const files = required(s, Number(e.case.split("-")[1]));
    if (e.to !== "declassified") return `${e.case} went from archived to ${e.to}`;
    if (files.length === 0 || !files.every((file) => openFile(s, file))) return `${e.case} has a closed file`;
    const never = files.every((file) => s.world.folded.files.get(`file-${file}`) === "never_secret");
    if (never !== e.neverSecret) return `${e.case}: never secret is ${e.neverSecret}`;
  }
  if (s.standings.length === 0) return null;
  const waiting = s.world.cases.findIndex((_, index) => {
    const files = required(s, index);
    const archived = s.world.folded.cases.get(`case-${index}`)!.stage === "archived";
    return archived && files.length > 0 && files.every((file) => openFile(s, file));
  });
  return waiting < 0 ? null : `case-${waiting} was forgotten`;
};

/** 9: rehabilitated by exactly one live favourable decision, after the bench, and by a legal act where one is owed. */
const rehabilitatedOnce: Invariant = (s) => {
  for (const e of s.stages.filter((one) => one.to === "rehabilitated")) {
    const p = newestOf(s.world, s.move.subject)!;
    const index = s.move.subject.index;
    const favourable = [...s.world.folded.decisions.values()].filter(
      (d) => d.subject === e.case && d.result === "granted",
    );
    if (favourable.length !== 1) return `${e.case} has ${favourable.length} favourable decisions`;
    if (e.from !== "declassified") return `${e.case} was rehabilitated from ${e.from}`;
    const owed = s.world.rules.requireLegalAct || e.outcome === "already";
    if (owed && !p.confirmedActs.some((act) => act.favourable)) return `${e.case} has no confirmed legal act`;
    if (!required(s, index).every((file) => openFile(s, file))) return `${e.case} waits for a file`;
    const signed = deciding(s, p);
    const chair = signed.find((one) => one.slot === "chair");
    if (chair?.outcome !== e.outcome) return `${e.case} is ${e.outcome}, the chair signed ${chair?.outcome}`;
    if (!signed.some((one) => one.slot === "reader")) return `${e.case} had no second reading`;
    const through = s.world.cases[index]!.regionalBodyId;
    if (through && !signed.some((one) => one.slot === "regional")) return `${e.case} skipped its region`;
  }
  return null;
};

/** A refused case stays declassified, with the outcome beside it. */
const refusedStays: Invariant = (s) => {
  const decided = s.acts.find((a) => a.decision?.result === "refused");
  if (!decided || s.move.subject.kind === "file") return null;
  const now = s.world.folded.cases.get(keyOf(s.move.subject))!;
  return now.stage === "declassified" && now.outcome === "refused"
    ? null
    : `refused, yet ${now.stage} ${now.outcome}`;
};

/** The chair signs last: a full bench of one mind, nothing open, none of them of a bench that refused before. */
const benchOfOneMind: Invariant = (s) => {
  const mine = s.signatures.find((one) => one.slot === "chair");
  if (!mine) return null;
  const members = deciding(s, s.proceeding!).filter((one) => one.slot.startsWith("member:"));
  if (members.length < s.world.rules.members) return `the chair signed after ${members.length} members`;
  if (members.some((one) => one.answer !== mine.answer || one.outcome !== mine.outcome))
    return "the bench is split";
  if (s.acts[0]!.act === "sign" && !answered(s.proceeding!)) return "signed with something open";
  const earlier = s.matter!.proceeding!.refusedBy;
  return members.some((one) => earlier.includes(one.accountId)) ? "a member had refused it before" : null;
};

/** The second reader is somebody else than the author, assigned by another, and concurs before anybody signs. */
const secondReaderApart: Invariant = ({ signatures, proceeding }) => {
  const read = signatures.find((one) => one.slot === "reader");
  if (!read) return null;
  if (proceeding!.reader !== read.account) return `${read.account} was not assigned`;
  return proceeding!.author === read.account ? `${read.account} reads their own work` : null;
};

/** Two people: who attested, entered or proposed never confirms it. */
const twoPeople: Invariant = ({ acts, matter, move }) => {
  const p = matter?.proceeding;
  const pairs: Record<string, string | null | undefined> = {
    confirm: p?.openedBy,
    confirm_act: p?.legalAct?.enteredBy,
    confirm_unfavourable: p?.legalAct?.enteredBy,
    correct_second: p?.correction?.proposedBy,
    correct_sign: p?.correction?.proposedBy,
  };
  const both = acts.find((a) => a.act in pairs && pairs[a.act] === move.actor);
  return both ? `${move.actor} did both halves of ${both.act}` : null;
};

/** A register takes no item that is single, open, partial or refused. */
const registerUndisputed: Invariant = ({ acts, matter }) => {
  const p = matter?.proceeding;
  for (const { signature } of acts) {
    if (!signature?.register) continue;
    const open = p!.single !== null || p!.questionsOpen > 0 || p!.objectionsOpen > 0;
    if (open || signature.answer === "against" || signature.outcome === "part")
      return "a disputed item in a register";
  }
  return null;
};

/** What was refused is reopened by a member and a chair who did not refuse it; nothing opens it anew. */
const reopenedAfresh: Invariant = (s) => {
  if (s.before.step === "refused" && s.acts.some((a) => a.act === "open" || a.act === "attest"))
    return "opened anew after a refusal";
  const back = s.acts.find((a) => a.act === "reopen");
  if (!back) return null;
  if (s.world.folded.proceedings.get(back.proceeding)!.round !== back.round)
    return "the round did not change";
  return refusersOf(s.world, s.proceeding!).includes(s.move.actor) ? `${s.move.actor} had refused it` : null;
};

export const decidedInvariants: Record<string, Invariant> = {
  filesOpenAnswered,
  casesFollowFiles,
  rehabilitatedOnce,
  refusedStays,
  benchOfOneMind,
  secondReaderApart,
  twoPeople,
  registerUndisputed,
  reopenedAfresh,
};
