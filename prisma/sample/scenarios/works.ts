import { newId } from "@/lib/store/id";
import { neverSecret, openCase, rehabilitate, type Team } from "../journeys";
import { insertRows } from "../records";
import type { Sample } from "../sample";
import { caseFile, one } from "./singles";

const team: Team = { author: "expert1", reader: "expert2", members: ["member2", "member3"] };

/** Works around proceedings: like names answered, a file linked later, an application, an edit. */
export function addWorks(s: Sample): void {
  likeNames(s);
  newFileAwaited(s);
  applied(s);
  edited(s);
}

/** The same name and the same year twice: whether they are one person is answered once, and open once. */
function likeNames(s: Sample): void {
  for (const answered of [true, false]) {
    const kase = one(s, 120, 31, { episode: "kulak" });
    const file = caseFile(s, 120, "kulak");
    neverSecret(s, file, 114);
    const twin = s.case({ episode: "kulak", file, person: s.likePerson(kase) });
    if (!answered) continue;
    const note = "Разные отчества родителей в посемейных списках";
    const about = { caseId: kase.id };
    s.work(
      { day: 60, minute: 600, by: "secretary1", work: "answer_duplicate", about },
      async (tx, at, by_id) => {
        const answer = { other_id: twin.id, answer: "different", note, by_id, at: at.toISOString() };
        await insertRows(tx, "duplicates", [{ id: newId(), case_id: kase.id, ...answer }]);
        return { other: twin.id, answer: "different" };
      },
    );
    rehabilitate(s, kase, openCase("second_reading", 30), "second_reading", team);
  }
}

/** A required file was found when the case already stood before the commission. */
function newFileAwaited(s: Sample): void {
  const kase = one(s, 120, 33, { episode: "legion" });
  rehabilitate(s, kase, openCase("signing", 7), "signing", team);
  const secret = { owners: ["security"], answered: false } as const;
  const file = caseFile(s, 120, "legion", { title: "Фильтрационное дело", secret });
  const about = { caseId: kase.id, fileId: file.id };
  s.work({ day: 4, minute: 620, by: "archivist1", work: "link_file", about }, async (tx, at, linked_by) => {
    const linked = { bond: "required", linked_at: at.toISOString(), linked_by };
    await insertRows(tx, "case_files", [{ case_id: kase.id, file_id: file.id, ...linked }]);
    return { bond: "required" };
  });
}

/** A grandchild asked. */
function applied(s: Sample): void {
  const kase = one(s, 120, 34, { episode: "troika1937" });
  const id = newId();
  const about = { caseId: kase.id };
  s.work(
    { day: 20, minute: 580, by: "secretary2", work: "enter_application", about },
    async (tx, at, entered_by) => {
      const asked = `${kase.person.name}, ${kase.person.birth}`;
      const application = { number: "Ө-118", applicant: "Немересі (ойдан шығарылған)", about: asked };
      const received = { contact: null, received_at: at.toISOString(), entered_by };
      await insertRows(tx, "applications", [{ id, case_id: kase.id, ...application, ...received }]);
      return { application: id, number: application.number };
    },
  );
  const open = { kind: "rehabilitation", subject: kase.id, act: "open" } as const;
  s.plan.act({ ...open, day: 18, by: "secretary2", terms: { motion: "application", applicationId: id } });
}

/** An archivist corrects the organ of a case that members were signing: the signature falls, the study goes on. */
function edited(s: Sample): void {
  const kase = one(s, 120, 35, { episode: "clergy" });
  rehabilitate(s, kase, openCase("one", 8), "one", team);
  const about = { caseId: kase.id };
  s.work({ day: 3, minute: 640, by: "archivist2", work: "edit_case", about }, async (tx) => {
    const organText = "Тройка УНКВД по Южно-Казахстанской области";
    const set = "update cases set organ_text = $2, version = version + 1 where id = $1::uuid";
    await tx.$executeRawUnsafe(set, kase.id, organText);
    return { organText };
  });
}
