import { newId } from "@/lib/store/id";
import { performWork } from "@/lib/proceedings/perform-work";
import type { SampleCase } from "../cases";
import { declassify, neverSecret, openCase, openFile, rehabilitate, type Team } from "../journeys";
import { insertRows } from "../records";
import type { Sample } from "../sample";
import { caseFile, one } from "./singles";

const team: Team = { author: "expert1", reader: "expert2", members: ["member2", "member3"] };

/** People and files that hang together in more than one way. */
export function addLinked(s: Sample): void {
  repressedTwice(s);
  threeFiles(s);
  twoFiles(s);
  sharedFile(s);
  likeNames(s);
  newFileAwaited(s);
  applied(s);
  edited(s);
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

/** The same name and the same year twice: whether they are one person is answered once, and open once. */
function likeNames(s: Sample): void {
  for (const answered of [true, false]) {
    const kase = one(s, 120, 31, { episode: "kulak" });
    const file = caseFile(s, 120, "kulak");
    neverSecret(s, file, 114);
    const twin = s.case({ episode: "kulak", file, person: s.likePerson(kase) });
    if (!answered) continue;
    const { secretary1 } = s.actors;
    s.plan.at(60, 600, async (at) => {
      const desk = { prisma: s.db.prisma, clock: () => at, sample: true };
      const about = { caseId: kase.id };
      const note = "Разные отчества родителей в посемейных списках";
      await performWork(desk, secretary1, {
        work: "answer_duplicate",
        about,
        touch: async (tx) => {
          const other = { other_id: twin.id, answer: "different", note, by_id: secretary1.accountId };
          await insertRows(tx, "duplicates", [
            { id: newId(), case_id: kase.id, ...other, at: at.toISOString() },
          ]);
          return { value: null, facts: { other: twin.id, answer: "different" } };
        },
      });
    });
    rehabilitate(s, kase, openCase("second_reading", 30), "second_reading", team);
  }
}

/** A required file was found when the case already stood before the commission. */
function newFileAwaited(s: Sample): void {
  const kase = one(s, 120, 33, { episode: "legion" });
  rehabilitate(s, kase, openCase("signing", 7), "signing", team);
  const file = caseFile(s, 120, "legion", {
    title: "Фильтрационное дело",
    secret: { owners: ["security"], answered: false },
  });
  const { archivist1 } = s.actors;
  s.plan.at(4, 620, async (at) => {
    const desk = { prisma: s.db.prisma, clock: () => at, sample: true };
    await performWork(desk, archivist1, {
      work: "link_file",
      about: { caseId: kase.id, fileId: file.id },
      touch: async (tx) => {
        const linked = { linked_at: at.toISOString(), linked_by: archivist1.accountId };
        const row = { case_id: kase.id, file_id: file.id, bond: "required", ...linked };
        await insertRows(tx, "case_files", [row]);
        return { value: null, facts: { bond: "required" } };
      },
    });
  });
}

/** A granddaughter asked. */
function applied(s: Sample): void {
  const kase = one(s, 120, 34, { episode: "troika1937" });
  const { secretary2 } = s.actors;
  const applicationId = newId();
  const common = { kind: "rehabilitation", subject: kase.id } as const;
  s.plan.at(20, 580, async (at) => {
    const desk = { prisma: s.db.prisma, clock: () => at, sample: true };
    const about = `${kase.person.name}, ${kase.person.birth}`;
    const asked = { number: "Ө-118", applicant: "Немересі (ойдан шығарылған)", about };
    const received = { received_at: at.toISOString(), entered_by: secretary2.accountId };
    await performWork(desk, secretary2, {
      work: "enter_application",
      about: { caseId: kase.id },
      touch: async (tx) => {
        const row = { id: applicationId, ...asked, case_id: kase.id, contact: null, ...received };
        await insertRows(tx, "applications", [row]);
        return { value: null, facts: { application: applicationId, number: asked.number } };
      },
    });
  });
  const terms = { motion: "application", applicationId } as const;
  s.plan.act({ ...common, day: 18, by: "secretary2", act: "open", terms });
}

/** An archivist corrects the organ of a case that members were signing: the signature falls, the study goes on. */
function edited(s: Sample): void {
  const kase: SampleCase = one(s, 120, 35, { episode: "clergy" });
  rehabilitate(s, kase, openCase("one", 8), "one", team);
  const { archivist2 } = s.actors;
  s.plan.at(3, 640, async (at) => {
    const desk = { prisma: s.db.prisma, clock: () => at, sample: true };
    await performWork(desk, archivist2, {
      work: "edit_case",
      about: { caseId: kase.id },
      touch: async (tx) => {
        const organText = "Тройка УНКВД по Южно-Казахстанской области";
        const set = "update cases set organ_text = $2, version = version + 1 where id = $1::uuid";
        await tx.$executeRawUnsafe(set, kase.id, organText);
        return { value: null, facts: { organText } };
      },
    });
  });
}
