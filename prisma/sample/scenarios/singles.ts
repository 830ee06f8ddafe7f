import type { BodyName } from "../bodies";
import { episodes, frequent, type EpisodeKind, type EpisodeName } from "../episodes";
import type { SampleFile, Secret } from "../files";
import type { CaseSpec, SampleCase } from "../cases";
import {
  declassify,
  neverSecret,
  openCase,
  openFile,
  rehabilitate,
  type CaseStop,
  type Expert,
  type Member,
  type Team,
} from "../journeys";
import { nextReference } from "../references";
import type { Sample, Transfer } from "../sample";

const experts: readonly (readonly [Expert, Expert])[] = [
  ["expert2", "expert3"],
  ["expert3", "expert2"],
  ["expert4", "expert1"],
  ["expert1", "expert2"],
];
const members: readonly (readonly [Member, Member])[] = [
  ["member1", "member2"],
  ["member3", "member4"],
  ["member5", "member6"],
];

/** Experts and members take turns. */
export function teamFor(nth: number): Team {
  const [author, reader] = experts[nth % experts.length]!;
  return { author, reader, members: members[nth % members.length]! };
}

/** An investigative file for one person or a few. */
export function caseFile(
  s: Sample,
  day: Transfer,
  episode: EpisodeName,
  options: { accused?: number; secret?: Secret | null; title?: string; regional?: boolean } = {},
): SampleFile {
  const { accused = 1, secret = null } = options;
  const kind: EpisodeKind = episodes[episode];
  const { fonds, inventory, layout } = options.regional
    ? ({ ...kind, fonds: "okrug", inventory: "1" } as const)
    : kind;
  const dates = s.random.pick(kind.dates);
  const leaves = layout === "case" ? s.random.int(28, 90) + accused * 8 : s.random.int(16, 30);
  const many = accused > 1 ? `, ${accused} чел.` : "";
  const named = layout === "case" ? "Архивно-следственное дело" : "Дело о конфискации и выселении";
  const title = options.title ?? `${named}: ${kind.charges[0]!.text}${many}`;
  const reference = nextReference(fonds, inventory);
  return s.file({ day, fonds, inventory, reference, title, dates, leaves, layout, accused, secret });
}

const owners = (nth: number): readonly BodyName[] =>
  nth % 5 === 4 ? ["interior", "security"] : nth % 2 ? ["interior"] : ["security"];

/** Cases of one person in one file, spread over every stage and step. */
export function addSingles(s: Sample): void {
  for (let nth = 0; nth < 14; nth++) {
    const kase = one(s, 375, nth, { regional: nth % 5 === 0 });
    rehabilitate(s, kase, 340, "granted", teamFor(nth % 2));
  }
  for (let nth = 0; nth < 8; nth++) {
    const kase = one(s, 300, nth, { secret: nth % 2 === 0 });
    rehabilitate(s, kase, 232, "granted", teamFor(nth % 2), { outcome: nth > 5 ? "already" : "full" });
  }
  const inHand: readonly (readonly [stop: CaseStop, last: number, count: number])[] = [
    ["open", 3, 2], ["study", 5, 4], ["second_reading", 7, 5], ["signing", 9, 5], ["one", 6, 3], ["two", 4, 4],
    ["legal_act", 6, 5], ["entered", 3, 4],
  ]; // prettier-ignore
  let turn = 0;
  for (const [batch, [stop, last, count]] of inHand.entries()) {
    for (let nth = 0; nth < count; nth++) {
      const day = nth % 2 ? 120 : 210;
      const kase = one(s, day, (turn += 1), { secret: day === 210 && nth === 0 });
      rehabilitate(s, kase, openCase(stop, last), stop, teamFor(nth === 0 ? batch : batch + 1));
    }
  }
  addRegional(s);
  addArchived(s);
}

/** Cases of the Ili region: its commission concludes before the State Commission signs. */
function addRegional(s: Sample): void {
  for (let nth = 0; nth < 6; nth++) {
    const kase = one(s, 210, nth, { regional: true });
    const stop = nth < 4 ? "regional" : "signing";
    rehabilitate(s, kase, openCase(stop, 5), stop, teamFor(0));
  }
}

/** Files that are not through yet, so that their cases are still archived; and declassified cases nobody opened. */
function addArchived(s: Sample): void {
  const steps = ["open", "study", "second_reading", "owners", "signing", "one", "two"] as const;
  for (const [nth, stop] of steps.entries()) {
    const answered = stop !== "open" && stop !== "study";
    const episode = frequent[nth % frequent.length]!;
    const file = caseFile(s, 120, episode, { secret: { owners: owners(nth), answered } });
    s.case({ episode, file });
    declassify(s, file, openFile(stop, 4 + nth), stop, teamFor(nth));
  }
  for (let nth = 0; nth < 6; nth++) one(s, 120, nth, {});
  for (let nth = 0; nth < 10; nth++) {
    const episode = frequent[(nth * 3) % frequent.length]!;
    const secret = nth % 3 === 0 ? { owners: owners(nth), answered: false } : null;
    const file = caseFile(s, 30, episode, { secret, accused: nth === 4 ? 3 : 1 });
    for (let accused = 0; accused < file.spec.accused; accused++) s.case({ episode, file, nth: accused });
    if (!secret && nth > 4) neverSecret(s, file, 8, false);
  }
}

/** A person in a file of their own, which is declassified or attested soon after its arrival. */
export function one(
  s: Sample,
  day: Transfer,
  nth: number,
  options: { secret?: boolean; regional?: boolean; episode?: EpisodeName; charges?: CaseSpec["charges"] },
): SampleCase {
  const regional = options.regional ?? false;
  const episode = options.episode ?? (regional ? "rising1930" : frequent[nth % frequent.length]!);
  const secret = options.secret ? { owners: owners(nth), answered: true } : null;
  const file = caseFile(s, day, episode, { secret, regional });
  if (secret) declassify(s, file, day - 8, "granted", teamFor(nth));
  else neverSecret(s, file, day - 6);
  return s.case({ episode, file, regional, charges: options.charges });
}
