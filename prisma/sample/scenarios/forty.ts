import { declassify, openCase, rehabilitate, type Team } from "../journeys";
import { nextReference } from "../references";
import type { Sample } from "../sample";

const team: Team = { author: "expert2", reader: "expert3", members: ["member2", "member4"] };
const charges = [
  { article: "58-10", text: "контрреволюционная агитация" },
  { article: "58-11", text: "участие в контрреволюционной организации" },
] as const;

/** One group case of 1937: forty accused in one file, 28 of them waiting for the chair by register. */
export function addForty(s: Sample): void {
  const file = s.file({
    day: 300,
    fonds: "terror",
    inventory: "2",
    reference: nextReference("terror", "2"),
    title: "Дело по обвинению участников «повстанческой организации» в районе, 40 человек",
    dates: "август–ноябрь 1937",
    leaves: 396,
    layout: "case",
    accused: 40,
    secret: { owners: ["security"], answered: true },
  });
  declassify(s, file, 292, "granted", team);
  for (let nth = 0; nth < 40; nth++) {
    const date = nth % 9 === 0 ? "16-14 сентября 1937" : "3 октября 1937";
    const kase = s.case({ episode: "troika1937", file, nth, date, charges });
    const start = openCase("two", 2);
    if (nth < 28) rehabilitate(s, kase, start, "two", team);
    else if (nth < 34) rehabilitate(s, kase, 236, "granted", team);
    else if (nth < 37) {
      rehabilitate(s, kase, start, "signing", team, { outcome: "part" });
    } else rehabilitate(s, kase, 14, "study", team);
  }
}
