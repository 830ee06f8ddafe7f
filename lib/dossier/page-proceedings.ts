import { slotKey } from "@/lib/cases/sentences";
import type { Exchange, ProceedingShown, SignatureShown } from "@/lib/cases/view";
import type { Dossier } from "./dossier";
import { html, list, terms, type Html } from "./html";
import type { Words } from "./words";

/** One proceeding: where it stands, who signed what, what was asked and answered, what was decided. */
export function proceedingPart(proceeding: ProceedingShown, dossier: Dossier, words: Words): Html {
  const { law, say, day, cases } = words;
  const { kind, step, openedAt, openedBy, signatures, questions, objections, returns } = proceeding;
  const opened = say("opened", { when: day(openedAt), name: openedBy.name });
  const returned = returns.map(({ text, by, at, from, to }) => {
    const way = cases("exchange.fromTo", { from: law(`step.${from}`), to: law(`step.${to}`) });
    return `${day(at)}, ${by.name}, ${way}: ${text}`;
  });
  return html`<article>
    <h3>${law(`proceedingKind.${kind}`)}: ${law(`step.${step}`)}</h3>
    <p>${opened}</p>
    ${outcomePart(proceeding, words)} ${signatures.map((one) => signaturePart(one, dossier, words))}
    ${terms([
      [cases("exchange.questions"), said(questions, words)],
      [cases("exchange.objections"), said(objections, words)],
      [cases("exchange.returns"), returned.length > 0 ? list(returned) : null],
    ])}
  </article>`;
}

function said(exchanges: readonly Exchange[], { day, cases }: Words): Html | null {
  if (exchanges.length === 0) return null;
  return list(
    exchanges.map(({ text, by, at, answer, answeredBy }) => {
      const answered = answer ? `${answeredBy?.name ?? ""}: ${answer}` : cases("exchange.open");
      return html`${day(at)}, ${by.name}: ${text}<br />${answered}`;
    }),
  );
}

function outcomePart({ decision, legalAct, corrections }: ProceedingShown, { cases, law, day }: Words): Html {
  const act = legalAct && [
    cases("legalAct.text", { issuer: legalAct.issuer, number: legalAct.number, date: day(legalAct.date) }),
    cases(legalAct.favourable ? "legalAct.favourable" : "legalAct.unfavourable"),
    cases("legalAct.entered", { name: legalAct.enteredBy.name, when: day(legalAct.enteredAt) }),
  ];
  const corrected = corrections.map(({ field, oldText, newText, source }) => {
    const change = cases("corrections.text", { field, old: oldText, new: newText });
    return `${change} · ${cases("corrections.source", { source })}`;
  });
  return terms([
    [cases("decision.title"), decision && `${day(decision.at)}: ${law(`outcome.${decision.outcome}`)}`],
    [cases("decision.basis"), decision?.basis],
    [cases("decision.reason"), decision?.reason],
    [cases("legalAct.title"), act?.join(" · ")],
    [cases("corrections.title"), corrected.length > 0 ? list(corrected) : null],
  ]);
}

function signaturePart(signature: SignatureShown, { statements }: Dossier, words: Words): Html {
  const { law, sign, say, day, mark } = words;
  const { who, role, slot, answer, outcome, reason, at, method, register, dossierHash, voidAt } = signature;
  const statement = statements.get(signature.id);
  const what = [sign(answer), outcome && law(`outcome.${outcome}`)].filter(Boolean).join(", ");
  const how = [mark(method), sign(register ? "register" : "single")].join(" · ");
  const void_ = voidAt && say("void", { when: day(voidAt), why: law(`voidReason.${signature.voidReason}`) });
  const text = statement?.text ?? say("elsewhere", { hash: statement?.hash ?? "" });
  return html`<h4>${say("signature")}: ${who.name}, ${law(`role.${role}`)} (${law(slotKey(slot))})</h4>
    ${terms([
      [sign("answer"), what],
      [sign("when"), day(at)],
      [sign("method"), how],
      [words.cases("decision.reason"), reason],
      [sign("hash"), dossierHash],
      [say("statement"), html`<span class="statement">${text}</span>`],
    ])}
    ${void_ && html`<p><b>${void_}</b></p>`}`;
}
