import type { SampleCase } from "../cases";
import { openCase, rehabilitate, type CaseStop, type Team } from "../journeys";
import type { Sample } from "../sample";
import { one } from "./singles";

const team: Team = { author: "expert2", reader: "expert3", members: ["member3", "member5"] };
const common = (kase: SampleCase) => ({ kind: "rehabilitation", subject: kase.id }) as const;

function begun(s: Sample, stop: CaseStop, nth: number, last = 8, regional = false): SampleCase {
  const kase = one(s, 120, nth, { regional });
  rehabilitate(s, kase, openCase(stop, last), stop, team);
  return kase;
}

/** Rehabilitations that something stands in the way of. */
export function addDisputed(s: Sample): void {
  addReturned(s);
  addDeferred(s);
  addQuestions(s);
  addDisagreements(s);
  addConflicts(s);
  addTakenOut(s);
  addAttempts(s);
}

function addReturned(s: Sample): void {
  const citation = { code: "citation", text: "Цитата на л. 8 не подтверждает применение меры" } as const;
  const first = begun(s, "one", 1);
  const back = { ...common(first), act: "return" } as const;
  const missing = "Акт о приведении в исполнение либо справка о нём";
  s.plan.act({
    ...back,
    day: 4,
    by: "member1",
    terms: { toStep: "second_reading", reason: citation, missing },
  });
  const second = begun(s, "regional", 2);
  const identity = { code: "identity", text: "В анкете и в приговоре разные годы рождения" } as const;
  const again = "Метрическая запись или посемейный список";
  const terms = { toStep: "study", reason: identity, missing: again } as const;
  s.plan.act({ ...common(second), day: 3, by: "member2", act: "return", terms });
}

function addDeferred(s: Sample): void {
  const kase = begun(s, "signing", 3);
  const reason = { code: "waiting", text: "Запрошено надзорное производство из архива суда" } as const;
  const until = new Date(s.calendar.at(1, 600).getTime() + 40 * 86_400_000).toISOString().slice(0, 10);
  s.plan.act({ ...common(kase), day: 5, by: "secretary2", act: "defer", terms: { reason, until } });
}

function addQuestions(s: Sample): void {
  const open = begun(s, "signing", 4);
  const text = "На каком основании подпись на л. 9 считается поставленной под давлением?";
  s.plan.act({ ...common(open), day: 4, by: "member4", act: "ask", terms: { text } });
  const answered = begun(s, "one", 5);
  const question = "Есть ли в деле второй экземпляр выписки?";
  s.plan.act({ ...common(answered), day: 6, by: "member6", act: "ask", terms: { text: question } });
  const reply = "Есть, он подшит в материалах пересмотра и совпадает с первым дословно.";
  s.plan.act({
    ...common(answered),
    day: 3,
    by: team.author,
    act: "answer_question",
    terms: { text: reply },
  });
}

/** One objection still open, one answered and then signed singly. */
function addDisagreements(s: Sample): void {
  const text =
    "Обвинение по второму пункту подтверждено не только признанием; прошу оценить показания двух свидетелей";
  for (const [nth, answered] of [false, true].entries()) {
    const kase = begun(s, "second_reading", 6 + nth, 12);
    const reason = { code: "charge", text } as const;
    s.plan.act({ ...common(kase), day: 8, by: team.reader, act: "disagree", terms: { reason } });
    if (!answered) continue;
    const reply = "Оба свидетеля отказались от показаний при пересмотре, л. 30–31; оценка дополнена.";
    s.plan.act({ ...common(kase), day: 6, by: team.author, act: "answer_objection", terms: { text: reply } });
    const sign = { ...common(kase), day: 3, act: "sign", terms: { outcome: "full" } } as const;
    s.plan.act({ ...sign, by: "member3" });
  }
}

/** The regional chair is recused, so nobody can conclude; the chair is recused, so the deputy signs. */
function addConflicts(s: Sample): void {
  const blocked = begun(s, "regional", 8, 9, true);
  s.declareConflict("regional", blocked, "relative");
  for (const nth of [9, 10]) s.declareConflict("chair", begun(s, "two", nth, 6), "party");
  const freed = begun(s, "one", 11);
  s.plan.act({
    ...common(freed),
    day: 2,
    by: "member3",
    act: "declare_conflict",
    terms: { conflict: "acquaintance" },
  });
}

function addTakenOut(s: Sample): void {
  const kase = begun(s, "signing", 12);
  const reason = { code: "other", text: "Прошу рассмотреть отдельно: однофамилец в том же ауле" } as const;
  s.plan.act({ ...common(kase), day: 3, by: "member2", act: "take_out", terms: { reason } });
}

/** What the law does not allow is refused, and the refusal stays in the history. */
function addAttempts(s: Sample): void {
  const early = begun(s, "signing", 13);
  const sign = { ...common(early), act: "sign", refused: true } as const;
  s.plan.act({ ...sign, day: 4, by: "chair", minute: 610, terms: { outcome: "full", basis: "–" } });
  s.plan.act({ ...common(begun(s, "regional", 14)), day: 4, by: "expert3", act: "concur", refused: true });
  s.leaveUnanswered("member5", early);
  s.plan.act({ ...sign, day: 3, by: "member5", terms: { outcome: "full" } });
}
