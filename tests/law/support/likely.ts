import type { LiveSignature } from "@/lib/law/matter";
import type { Outcome } from "@/lib/law/words";
import { conflictOf, liveOf, newestOf, stepOf, type World, type WorldProceeding } from "../world";
import { refusersOf } from "./matter-of";
import { holders } from "./cast";
import type { Chance } from "./chance";
import type { Move, MoveTerms, Subject } from "./move";
import { plans, wholePlans, type WorldFile } from "./subjects";

type Draft = { act: string; who: readonly (string | null)[]; terms?: MoveTerms };

const reason = { code: "incomplete", text: "A sheet is missing" } as const;
const basis = "Decision of the commission";
const text = "Said in the record of 4 October";
const until = "2030-01-01";

/** A move that the person whose turn it is would probably make. Most are granted, not all. */
export function likelyMove(world: World, subject: Subject, chance: Chance): Move | null {
  const p = newestOf(world, subject);
  const facts = p && world.folded.proceedings.get(p.id)!;
  const free = facts && facts.suspended !== null && chance.of(0.5);
  const go = facts && facts.deferred !== null && chance.of(0.5);
  const draft: Draft = free
    ? { act: "impose_secrecy", who: ["expert1"], terms: { freed: true } }
    : go
      ? { act: "resume", who: holders("secretary") }
      : atStep(world, subject, p, chance);
  const actor = chance.pick(draft.who);
  if (!actor) return null;
  if (conflictOf(world, actor, subject) === "unanswered" && chance.of(0.9)) {
    return {
      actor,
      act: "answer_conflicts",
      subject,
      terms: { answer: chance.of(0.95) ? "none" : "conflict" },
    };
  }
  return { actor, act: draft.act, subject, terms: draft.terms ?? {} };
}

function atStep(world: World, subject: Subject, p: WorldProceeding | null, chance: Chance): Draft {
  const step = stepOf(world, subject);
  if (step === "none" || p === null) return opening(world, subject, chance);
  switch (step) {
    case "attested":
      return { act: "confirm", who: [...holders("archivist"), "expert1", "expert2"], terms: { basis } };
    case "study":
      return study(world, subject, p, chance);
    case "second_reading":
      if (!p.reader) return assign(chance);
      return chance.of(0.85)
        ? { act: "concur", who: [p.reader] }
        : { act: "disagree", who: [p.reader], terms: { reason } };
    case "owners":
      if (p.objections > 0 && chance.of(0.3))
        return { act: "answer_objection", who: [...p.authors], terms: { text } };
      return owners(world, p, chance);
    case "regional":
      if (p.objections > 0 && chance.of(0.5))
        return { act: "answer_objection", who: [...p.authors], terms: { text } };
      return {
        act: "conclude",
        who: ["regional"],
        terms: chance.of(0.8) ? {} : { outcome: "refused", reason },
      };
    case "signing":
      return signing(world, subject, p, chance);
    case "legal_act":
    case "court":
      return legalAct(world, subject, p, chance);
    case "refused":
      return reopening(world, p, chance);
    case "granted":
      return correcting(p);
    default:
      return { act: "ask", who: ["member1"], terms: { text } };
  }
}

function opening(world: World, subject: Subject, chance: Chance): Draft {
  if (subject.kind === "case") {
    if (world.cases[subject.index]!.duplicatesOpen > 0)
      return { act: "answer_duplicate", who: holders("secretary") };
    return { act: "open", who: ["secretary1", "head"], terms: { motion: "own" } };
  }
  const never = world.files[subject.index]!.grade === null;
  return { act: never && chance.of(0.9) ? "attest" : "open", who: holders("archivist") };
}

const experts = ["expert1", "expert2", "expert3", "memberExpert", "head"];

function assign(chance: Chance): Draft {
  const act = chance.of(0.5) ? "assign_author" : "assign_reader";
  return { act, who: ["head", "secretary1"], terms: { assignee: chance.pick(experts)! } };
}

function study(world: World, subject: Subject, p: WorldProceeding, chance: Chance): Draft {
  if (!p.author || !p.reader || chance.of(0.02)) return assign(chance);
  if (subject.kind === "file") return studyOfFile(world.files[subject.index]!, p.author, chance);
  if (!world.cases[subject.index]!.draft || chance.of(0.1)) {
    const draft = chance.of(0.6) ? 0 : chance.below(7);
    return { act: "save_draft", who: [p.author], terms: { draft } };
  }
  return { act: "submit", who: [p.author] };
}

/** What lacks is said first: by the archive on access and owners, by the author on the rest. */
function studyOfFile({ owners: named, spans }: WorldFile, author: string, chance: Chance): Draft {
  if (spans.some((s) => s.access === null))
    return { act: "answer_access", who: holders("archivist"), terms: { access: "open" } };
  const fitting = wholePlans.filter((plan) => plans[plan]!.owners.join() === named.join());
  if (fitting.length === 0 || chance.of(0.02))
    return { act: "name_owners", who: holders("archivist"), terms: { plan: chance.pick(wholePlans)! } };
  const said = spans.every((s) => s.secrecy === "none" || (s.secrecy && named.includes(s.ownerId ?? "")));
  const plan = chance.of(0.9) ? chance.pick(fitting)! : chance.below(plans.length);
  if (!said || chance.of(0.1)) return { act: "divide_spans", who: [author], terms: { plan } };
  return { act: "propose", who: [author] };
}

function owners(world: World, p: WorldProceeding, chance: Chance): Draft {
  const named = world.files[p.index]!.owners;
  const replied = liveOf(world, p.id).map((s) => s.slot);
  const agencyId = chance.pick(named.filter((agency) => !replied.includes(`owner:${agency}`))) ?? "A";
  const who = holders("representative", agencyId);
  if (chance.of(0.1)) return { act: "supply_certificate", who, terms: { agencyId, certificate: true, text } };
  if (chance.of(0.25)) return { act: "keep", who, terms: { agencyId, keptBased: true } };
  return { act: "lift", who, terms: { agencyId } };
}

function signing(world: World, subject: Subject, p: WorldProceeding, chance: Chance): Draft {
  if (p.objections > 0) return { act: "answer_objection", who: [...p.authors], terms: { text } };
  if (p.questions > 0) return { act: "answer_question", who: [...p.authors], terms: { text } };
  const round = world.folded.proceedings.get(p.id)!.round;
  const live = liveOf(world, p.id).filter((s) => s.question === `decide/${round}`);
  const bench = live.filter((s) => s.slot.startsWith("member:"));
  const full = bench.length >= world.rules.members;
  const who = full
    ? chair(world, subject, chance)
    : freeMembers(live, chance.of(0.3) ? [] : refusersOf(world, p));
  const together = bench.length > 0 && !chance.of(0.05);
  const against = together ? bench[0]!.answer === "against" : chance.of(0.15);
  if (subject.kind === "file") {
    return against
      ? { act: "refuse", who, terms: { reason, basis, until } }
      : { act: "sign", who, terms: { basis, register: chance.of(0.2) } };
  }
  const proposed = world.cases[subject.index]!.finding?.outcome ?? "full";
  const mustRefuse = live.some((s) => s.slot === "act" && s.answer === "against");
  const outcome: Outcome =
    (together ? bench[0]?.outcome : null) ?? (against || mustRefuse ? "refused" : proposed);
  return { act: "sign", who, terms: { outcome, basis, reason, register: chance.of(0.2) } };
}

function chair(world: World, subject: Subject, chance: Chance): readonly string[] {
  const there = !world.chairAbsent && conflictOf(world, "chair", subject) !== "conflict";
  return there && chance.of(0.9) ? ["chair"] : ["deputy"];
}

const freeMembers = (live: readonly LiveSignature[], barred: readonly string[]): readonly string[] =>
  holders("member").filter((id) => !barred.includes(id) && !live.some((s) => s.accountId === id));

function legalAct(world: World, subject: Subject, p: WorldProceeding, chance: Chance): Draft {
  const favourable = chance.of(stepOf(world, subject) === "court" ? 0.4 : 0.7);
  if (!p.legalAct) return { act: "enter_act", who: holders("secretary"), terms: { favourable } };
  const who = holders("secretary").filter((id) => id !== p.legalAct!.enteredBy);
  if (p.legalAct.favourable) return { act: "confirm_act", who, terms: { basis } };
  const toStep = chance.of(0.5) ? "court" : "signing";
  const terms: MoveTerms = stepOf(world, subject) === "court" ? { reason, basis } : { toStep };
  return { act: "confirm_unfavourable", who, terms };
}

function reopening(world: World, p: WorldProceeding, chance: Chance): Draft {
  const { round } = world.folded.proceedings.get(p.id)!;
  const asked = liveOf(world, p.id).some((s) => s.question === `reopen/${round}`);
  const evidence = { reason: { code: "new_evidence", text }, basis } as const;
  if (chance.of(0.15)) return correcting(p);
  if (chance.of(0.1)) return { act: "open", who: ["archivist1", "secretary1"], terms: { motion: "own" } };
  if (!asked) return { act: "reopen_second", who: freeMembers([], refusersOf(world, p)), terms: evidence };
  return { act: "reopen", who: ["chair", "deputy"], terms: evidence };
}

function correcting(p: WorldProceeding): Draft {
  if (!p.correction)
    return {
      act: "correct_propose",
      who: holders("secretary"),
      terms: { clerical: true, text, source: "Birth record" },
    };
  const who = p.correction.seconded ? ["chair", "deputy"] : [...holders("secretary"), "expert1", "expert3"];
  return { act: p.correction.seconded ? "correct_sign" : "correct_second", who };
}
