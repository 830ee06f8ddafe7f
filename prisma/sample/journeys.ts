import type { Outcome } from "@/lib/law/words";
import type { ActRequest } from "@/lib/proceedings/request";
import type { Login } from "./cast";
import type { SampleCase } from "./cases";
import type { SampleFile } from "./files";
import { addDraft } from "./findings";
import type { Sample } from "./sample";

export type Expert = "expert1" | "expert2" | "expert3" | "expert4";
export type Member = "member1" | "member2" | "member3" | "member4" | "member5" | "member6";
export type Team = { author: Expert; reader: Expert; members: readonly [Member, Member] };

/** How far a proceeding has come. The numbers are working days since it was opened. */
const fileDays = {
  open: 0,
  study: 1,
  second_reading: 9,
  owners: 14,
  signing: 20,
  one: 26,
  two: 27,
  granted: 29,
} as const;
export type FileStop = keyof typeof fileDays;
const caseDays = {
  open: 0, study: 1, second_reading: 10, regional: 15, signing: 20, one: 25, two: 26, legal_act: 28, entered: 35,
  granted: 38,
} as const; // prettier-ignore
export type CaseStop = keyof typeof caseDays;

/** The day to open on, so that the last act before `stop` falls on `last`. */
export const openFile = (stop: FileStop, last: number): number => last + fileDays[stop];
export const openCase = (stop: CaseStop, last: number): number => last + caseDays[stop];

export const basis = {
  granted: "Решение Государственной комиссии (образец): сведения утратили секретность",
  never: "По описи и обложке: гриф и ведомство-владелец отсутствуют",
  rehabilitated: "Решение Государственной комиссии (образец): мера применена по политическим мотивам",
  act: "Акт прокурора, сверен со сканом",
} as const;

/** Attested by one archivist, confirmed by another person of the same archive or an expert. */
export function neverSecret(s: Sample, file: SampleFile, day: number, confirmed = true): void {
  const ili = file.archive === "ili";
  const odd = file.spec.reference.charCodeAt(file.spec.reference.length - 1) % 2 === 1;
  const by: Login = ili || odd ? "archivist2" : "archivist1";
  const second: Login = ili ? "expert1" : by === "archivist1" ? "archivist2" : "archivist1";
  const common = { kind: "declassification", subject: file.id } as const;
  s.plan.act({ ...common, day, by, act: "attest" });
  if (!confirmed) return;
  const terms = { basis: basis.never };
  s.plan.act({ ...common, day: day - 3, by: second, act: "confirm", register: true, terms });
}

/** The full procedure for a file, as far as `stop`. A kept span makes every later signature a single one. */
export function declassify(s: Sample, file: SampleFile, start: number, stop: FileStop, team: Team): void {
  const { owners, keeps } = file.spec.secret!;
  const common = { kind: "declassification", subject: file.id } as const;
  const at = (step: FileStop): number => start - fileDays[step];
  const reached = (step: FileStop): boolean => fileDays[stop] >= fileDays[step];
  const archivist: Login = file.archive === "ili" ? "archivist2" : "archivist1";
  s.plan.act({ ...common, day: at("open"), by: archivist, act: "open" });
  if (reached("study")) assign(s, common, at("study"), team, start % 3 === 0 ? "secretary2" : "head");
  if (reached("second_reading")) {
    s.plan.act({ ...common, day: at("second_reading"), by: team.author, act: "propose" });
  }
  if (reached("owners")) {
    s.plan.act({ ...common, day: at("owners"), by: team.reader, act: "concur", register: true });
  }
  if (!reached("signing")) return;
  for (const owner of owners) {
    if (owner !== "interior" && owner !== "security") continue;
    const agencyId = s.bodies[owner].id;
    const kept = keeps && owner === owners.at(-1) && file.keptSpan;
    const reply = { ...common, day: at("signing"), by: owner };
    if (!kept) s.plan.act({ ...reply, act: "lift", register: true, terms: { agencyId } });
    else s.plan.act({ ...reply, act: "keep", terms: { agencyId, keeps: [keptSpan(kept)] } });
  }
  const register = !keeps;
  const sign = { ...common, act: "sign", register } as const;
  if (reached("one")) s.plan.act({ ...sign, day: at("one"), by: team.members[0] });
  if (reached("two")) s.plan.act({ ...sign, day: at("two"), by: team.members[1] });
  if (reached("granted")) {
    s.plan.act({ ...sign, day: at("granted"), by: "chair", terms: { basis: basis.granted } });
  }
}

const keptSpan = (spanId: string) => ({
  spanId,
  grade: "secret",
  basis: "Сведения о лицах, оказывавших содействие на конфиденциальной основе",
  reviewDate: "2031-01-01",
});

export function assign(
  s: Sample,
  common: { kind: "declassification" | "rehabilitation"; subject: string },
  day: number,
  team: Pick<Team, "author" | "reader">,
  by: Login = "head",
): void {
  const { accountId: author } = s.actors[team.author];
  const { accountId: reader } = s.actors[team.reader];
  s.plan.act({ ...common, day, by, act: "assign_author", terms: { assignee: author } });
  s.plan.act({ ...common, day, by, act: "assign_reader", terms: { assignee: reader } });
}

export type Way = {
  outcome?: Outcome;
  opener?: Login;
  signsLast?: "chair" | "deputy";
  commonVersion?: string;
  reason?: string;
};

/** Rehabilitation of a case, as far as `stop`. What is not favourable in full is signed singly. */
export function rehabilitate(
  s: Sample,
  kase: SampleCase,
  start: number,
  stop: CaseStop,
  team: Team,
  way: Way = {},
): void {
  const { outcome = "full", opener = start % 2 === 0 ? "secretary1" : "head", signsLast = "chair" } = way;
  const common = { kind: "rehabilitation", subject: kase.id } as const;
  const at = (step: CaseStop): number => start - caseDays[step];
  const reached = (step: CaseStop): boolean => caseDays[stop] >= caseDays[step];
  const register = outcome === "full" || outcome === "already";
  s.plan.act({ ...common, day: at("open"), by: opener, act: "open", terms: { motion: "own" } });
  if (reached("study")) assign(s, common, at("study"), team);
  draft(s, kase, { start, unfinished: !reached("second_reading"), begun: reached("study") }, team, way);
  if (reached("second_reading")) {
    s.plan.act({ ...common, day: at("second_reading"), by: team.author, act: "submit" });
  }
  if (reached("regional")) {
    s.plan.act({ ...common, day: at("regional"), by: team.reader, act: "concur", register });
  }
  const terms: Partial<ActRequest> = {
    outcome,
    ...(way.reason && { reason: { code: "other", text: way.reason } }),
  };
  const regional = kase.regional && reached("signing");
  if (regional)
    s.plan.act({ ...common, day: at("signing"), by: "regional", act: "conclude", register, terms });
  const sign = { ...common, act: "sign", register } as const;
  if (reached("one")) s.plan.act({ ...sign, day: at("one"), by: team.members[0], terms });
  if (reached("two")) s.plan.act({ ...sign, day: at("two"), by: team.members[1], terms });
  const last = { ...terms, basis: basis.rehabilitated };
  if (reached("legal_act")) s.plan.act({ ...sign, day: at("legal_act"), by: signsLast, terms: last });
  if (outcome === "refused") return;
  if (reached("entered")) {
    const legalAct = { ...prosecutorAct(s, at("entered")), earlier: outcome === "already" };
    s.plan.act({ ...common, day: at("entered"), by: "secretary1", act: "enter_act", terms: { legalAct } });
  }
  if (reached("granted")) {
    const confirm = { ...common, day: at("granted"), by: "secretary2", act: "confirm_act" } as const;
    s.plan.act({ ...confirm, register, terms: { basis: basis.act } });
  }
}

function draft(
  s: Sample,
  kase: SampleCase,
  when: { start: number; unfinished: boolean; begun: boolean },
  { author }: Team,
  { outcome = "full", commonVersion }: Way,
): void {
  if (!when.begun || (when.unfinished && when.start % 2 === 1)) return;
  const day = Math.max(1, when.start - (when.unfinished ? 2 : 8));
  const records = s.drafts(day);
  const spec = { author: s.actors[author], outcome, at: s.calendar.at(day, 800), commonVersion };
  const cited = addDraft({ records, random: s.random }, kase, { ...spec, unfinished: when.unfinished });
  s.cited.set(kase.id, cited);
}

/** One act of a prosecutor covers everything that is entered on a day. */
export function prosecutorAct(s: Sample, day: number) {
  return {
    kind: "prosecutor",
    issuer: "Прокуратура области (образец)",
    number: `13-${day}/р`,
    date: s.calendar.day(Math.min(day + 4, 400)),
    favourable: true,
    scanSha256: s.actScan,
  } as const;
}
