import { declassify, rehabilitate, type Team } from "../journeys";
import { addCommonPart } from "../findings";
import { nextReference } from "../references";
import type { Sample } from "../sample";

const team: Team = { author: "expert1", reader: "expert4", members: ["member1", "member2"] };
const people = 300;

/**
 * One list, 300 people: what they share is said once. Sixty are rehabilitated, some are being studied, and 204
 * stand together before the commission, so that they can be signed by register.
 */
export function addSettlers(s: Sample): void {
  const reference = nextReference("settlers", "1");
  const file = s.file({
    day: 375,
    fonds: "settlers",
    inventory: "1",
    reference,
    title: "Посемейный список спецпереселенцев, прибывших в посёлки района",
    dates: "март–апрель 1944",
    leaves: 64,
    layout: "list",
    accused: people,
    secret: { owners: ["interior"], answered: true },
  });
  declassify(s, file, 368, "granted", { ...team, reader: "expert3", members: ["member1", "member3"] });
  const cases = Array.from({ length: people }, (_, nth) => s.case({ episode: "settlers", file, nth }));

  const author = s.actors.expert1;
  const day = 330;
  const title = "Арнайы қоныс аударылғандар тізімі: ортақ бөлік";
  const at = s.calendar.at(day, 800);
  const records = s.drafts(day);
  const common = addCommonPart({ records, random: s.random }, cases[0]!, { author, at, title });
  s.plan.at(day - 1, 800, (sealedAt) => common.seal(s.db.prisma, sealedAt));
  const way = { commonVersion: common.versionId, opener: "head" } as const;

  for (const [nth, kase] of cases.entries()) {
    if (nth < 60) rehabilitate(s, kase, 322, "granted", team, way);
    else if (nth < 264) rehabilitate(s, kase, 24, "signing", team, way);
    else if (nth < 276) rehabilitate(s, kase, 18, "second_reading", team, way);
    else if (nth < 288) rehabilitate(s, kase, 12, "study", team, way);
    if (nth >= 60 && nth < 180) s.leaveUnanswered("member5", kase);
    if (nth >= 200 && nth < 244) s.leaveUnanswered("member6", kase);
    if (nth >= 150 && nth < 170) s.leaveUnanswered("deputy", kase);
  }
}
