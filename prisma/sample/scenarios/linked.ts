import { declassify, neverSecret, openCase, openFile, rehabilitate, type Team } from "../journeys";
import type { Sample } from "../sample";
import { caseFile } from "./singles";

const team: Team = { author: "expert1", reader: "expert2", members: ["member2", "member3"] };

/** People and files that hang together in more than one way. */
export function addLinked(s: Sample): void {
  repressedTwice(s);
  threeFiles(s);
  twoFiles(s);
  sharedFile(s);
}

/** Deported as a bai in 1930, shot in 1937: one person, two cases; the older file supports the younger case. */
function repressedTwice(s: Sample): void {
  const [older, younger] = [caseFile(s, 375, "bai"), caseFile(s, 375, "troika1937")];
  for (const file of [older, younger]) neverSecret(s, file, 366);
  const first = s.case({ episode: "bai", file: older, year: "1930", date: "февраль 1930" });
  const { person } = first;
  const second = s.case({ episode: "troika1937", file: younger, person, supporting: [older] });
  rehabilitate(s, first, 335, "granted", team);
  rehabilitate(s, second, openCase("one", 4), "one", team);
}

/** Investigation, review and camp file of one person. */
function threeFiles(s: Sample): void {
  const secret = { owners: ["security"], answered: true } as const;
  const main = caseFile(s, 210, "collegium", { secret });
  const review = caseFile(s, 210, "collegium", { title: "Надзорное производство по делу", secret });
  const camp = caseFile(s, 210, "wives", { title: "Личное дело заключённого" });
  for (const file of [main, review]) declassify(s, file, 200, "granted", team);
  neverSecret(s, camp, 202);
  const kase = s.case({ episode: "collegium", file: main, alsoRequired: [review], supporting: [camp] });
  rehabilitate(s, kase, openCase("legal_act", 5), "legal_act", team);
}

/** Two volumes, one of them still with its owner: the case stays archived until both are through. */
function twoFiles(s: Sample): void {
  const secret = { owners: ["interior"], answered: true } as const;
  const [first, second] = [caseFile(s, 210, "alash", { secret }), caseFile(s, 210, "alash", { secret })];
  declassify(s, first, 200, "granted", team);
  declassify(s, second, openFile("owners", 6), "owners", team);
  s.case({ episode: "alash", file: first, alsoRequired: [second] });
}

/** Three accused in one file, each with a case of their own. */
function sharedFile(s: Sample): void {
  const file = caseFile(s, 210, "clergy", { accused: 3 });
  neverSecret(s, file, 204);
  for (let nth = 0; nth < 3; nth++) {
    const kase = s.case({ episode: "clergy", file, nth });
    rehabilitate(s, kase, openCase("signing", 7), "signing", team);
  }
}
