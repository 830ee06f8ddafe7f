import type { SampleCase } from "../cases";
import { assign, prosecutorAct, rehabilitate, type Team } from "../journeys";
import type { Sample } from "../sample";
import { one } from "./singles";

const team: Team = { author: "expert3", reader: "expert2", members: ["member1", "member2"] };
const common = (kase: SampleCase) => ({ kind: "rehabilitation", subject: kase.id }) as const;
const refusal =
  "Вина в насильственных действиях подтверждена показаниями потерпевших и вещественными доказательствами";
const basisOfRefusal = "Решение Государственной комиссии (образец): исключающее обстоятельство";

/** Of these the second one stands. */
const twoCharges = [
  { article: "58-10", text: "контрреволюционная агитация" },
  { article: "136", text: "убийство" },
] as const;

/** What became of cases besides full rehabilitation. */
export function addOutcomes(s: Sample): void {
  for (let nth = 0; nth < 3; nth++) {
    rehabilitate(s, one(s, 210, nth, { charges: twoCharges }), 180, "granted", team, { outcome: "part" });
  }
  for (let nth = 0; nth < 3; nth++) {
    rehabilitate(s, one(s, 300, nth, {}), 276, "granted", team, { signsLast: "deputy" });
  }
  refused(s);
  reopened(s);
  withdrawn(s);
  court(s);
  corrected(s);
}

function refused(s: Sample): void {
  const kase = one(s, 210, 2, { episode: "legion" });
  rehabilitate(s, kase, 176, "legal_act", team, { outcome: "refused", reason: refusal });
}

/** Refused in the chair's absence, and opened again on new evidence by people who had not refused. */
function reopened(s: Sample): void {
  for (const again of [true, false]) {
    const kase = one(s, 300, 5, { episode: "rising1930" });
    const way = { outcome: "refused", reason: refusal, signsLast: "deputy" } as const;
    rehabilitate(s, kase, 275, "legal_act", team, way);
    const reason = {
      code: "new_evidence",
      text: "Найдено надзорное производство 1959 года с отказом свидетелей",
    } as const;
    const act = { ...common(kase), day: 40 } as const;
    s.plan.act({ ...act, by: "member4", act: "reopen_second", minute: 620, terms: { reason } });
    if (!again) continue;
    s.plan.act({ ...act, by: "chair", act: "reopen", minute: 940, terms: { reason, basis: basisOfRefusal } });
    assign(s, common(kase), 38, { author: "expert4", reader: "expert1" });
  }
}

function withdrawn(s: Sample): void {
  const kase = one(s, 210, 6, {});
  rehabilitate(s, kase, 120, "second_reading", team, { opener: "secretary1" });
  const reason = { code: "duplicate", text: "Тот же случай зарегистрирован под другим делом" } as const;
  s.plan.act({ ...common(kase), day: 90, by: "secretary1", act: "withdraw", terms: { reason } });
}

/** The prosecutor did not agree: one case waits for the court, one was decided by it, one came back to the bench. */
function court(s: Sample): void {
  for (const [nth, fate] of (["waiting", "decided", "back"] as const).entries()) {
    const kase = one(s, 210, 7 + nth, {});
    rehabilitate(s, kase, 130, "legal_act", team);
    const unfavourable = { ...prosecutorAct(s, 94), number: `13-${nth}/отк`, favourable: false };
    const secretary = { ...common(kase), by: "secretary1" } as const;
    s.plan.act({ ...secretary, day: 94, act: "enter_act", minute: 725, terms: { legalAct: unfavourable } });
    const toStep = fate === "back" ? "signing" : "court";
    const reason = { code: "order", text: "Прокурор не усматривает оснований" } as const;
    const confirm = { ...common(kase), by: "secretary2", day: 90 } as const;
    s.plan.act({ ...confirm, act: "confirm_unfavourable", terms: { toStep, reason } });
    if (fate !== "decided") continue;
    // Who confirmed the prosecutor's refusal has filled a slot of this decision: the two change places.
    const ruling = { ...prosecutorAct(s, 50), kind: "court", issuer: "Областной суд (образец)" } as const;
    const entered = { ...common(kase), by: "secretary2", day: 50, minute: 730 } as const;
    s.plan.act({ ...entered, act: "enter_act", terms: { legalAct: ruling } });
    const terms = { basis: "Постановление суда, сверено со сканом" };
    s.plan.act({ ...secretary, day: 46, act: "confirm_act", terms });
  }
}

/** Clerical corrections: one applied, one waiting for the chair, one for a second secretary. */
function corrected(s: Sample): void {
  for (let nth = 0; nth < 3; nth++) {
    const kase = one(s, 375, 20 + nth, {});
    rehabilitate(s, kase, 336, "granted", team);
    const source = `${kase.file.path}. Л. 6`;
    const newText = `${kase.person.birth} (по анкете)`;
    const correction = { field: "birth_text", newText, source };
    const day = 30 - nth * 8;
    s.plan.act({ ...common(kase), day, by: "secretary1", act: "correct_propose", terms: { correction } });
    if (nth < 2) s.plan.act({ ...common(kase), day: day - 2, by: "secretary2", act: "correct_second" });
    if (nth < 1) s.plan.act({ ...common(kase), day: day - 4, by: "chair", act: "correct_sign" });
  }
}
