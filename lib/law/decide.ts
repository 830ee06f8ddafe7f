import type { Office } from "./actor";
import type { Act } from "./acts";
import { officeFor } from "./competence";
import { conditions, questionOf, type Condition } from "./conditions";
import { law, signing, standing, type Row } from "./law";
import type { Matter } from "./matter";
import type { Refusal } from "./refusals";
import { decisionOf, type DecisionMade } from "./outcome";
import { voidedBy, type Voided } from "./voids";
import { isOpen, type Answer, type Outcome, type Single, type Step } from "./words";
import { isWay, ways } from "./ways";

export type Granted = {
  granted: true;
  article: string;
  act: Act;
  office: Office;
  from: Step;
  to: Step;
  round: number;
  version: number;
  single: string | null;
  /** Filled where the act is a signature. */
  signature: { slot: string; question: string; answer: Answer; outcome: Outcome | null } | null;
  voids: readonly Voided[];
  decision: DecisionMade | null;
};
export type Ruling = Granted | { granted: false; refusal: Refusal };

/** Rows for this act in this kind of proceeding, at this very step. */
export function rowsAt(m: Pick<Matter, "kind" | "act" | "proceeding">): readonly Row[] {
  const step = m.proceeding?.step ?? "none";
  const kind = m.kind === "declassification" ? "d" : "r";
  return law.filter(
    (row) =>
      row.act === m.act &&
      (row.in === kind || row.in === "b") &&
      (row.step === step ||
        (row.step === "open" && isOpen(step)) ||
        (row.step === "decided" && (step === "granted" || step === "refused"))),
  );
}

/** The first condition of the row that does not hold, standing conditions first. */
export function firstUnmet(m: Matter, row: Row): Condition | null {
  const all = [...standing, ...(row.slot ? signing : []), ...row.provided];
  return all.find((name) => !conditions[name](m, row)) ?? null;
}

/**
 * Judges one act. Pure: reads nothing, writes nothing, knows no clock. Of several rows (a member's and a
 * chair's signature at one step) the first that grants is taken; otherwise the first refusal is the answer.
 */
export function decide(m: Matter): Ruling {
  const rows = rowsAt(m);
  if (rows.length === 0) {
    const article = law.find((row) => row.act === m.act)?.article ?? "?";
    return refuse({ article, condition: "atThisStep", detail: { step: m.proceeding?.step ?? "none" } });
  }
  let nearest: Refusal | null = null;
  for (const row of rows) {
    const office = row.by.map((by) => officeFor(by, m)).find((o) => o !== null);
    if (!office) {
      nearest ??= { article: row.article, condition: "heldRole", detail: { by: row.by.join(" ") } };
      continue;
    }
    const unmet = firstUnmet(m, row);
    if (!unmet) return grant(m, row, office);
    if (!nearest || nearest.condition === "heldRole") nearest = { article: row.article, condition: unmet };
  }
  return refuse(nearest!);
}

const refuse = (refusal: Refusal): Ruling => ({ granted: false, refusal });

function grant(m: Matter, row: Row, office: Office): Granted {
  const from = m.proceeding?.step ?? "none";
  const to = isWay(row.to) ? ways[row.to](m) : row.to;
  const reopened = row.act === "reopen";
  return {
    granted: true,
    article: row.article,
    act: row.act,
    office,
    from,
    to,
    round: (m.proceeding?.round ?? 1) + (reopened ? 1 : 0),
    version: (m.proceeding?.version ?? 0) + (to === from && from !== "none" ? 0 : 1),
    single: m.proceeding?.single ?? madeSingle(m, row),
    signature: row.slot ? signatureOf(m, row) : null,
    voids: voidedBy(m, row, to),
    decision: decisionOf(m, row, to),
  };
}

function signatureOf(m: Matter, row: Row): Granted["signature"] {
  const taken = new Set(
    (m.proceeding?.signatures ?? [])
      .filter((s) => s.question === questionOf(m.proceeding, row))
      .map((s) => s.slot),
  );
  const slot =
    row.slot === "member"
      ? Array.from({ length: m.rules.members }, (_, i) => `member:${i + 1}`).find((key) => !taken.has(key))!
      : row.slot === "owner"
        ? `owner:${m.terms.agencyId}`
        : row.slot!;
  const outcome = signsOutcome(row) ? (m.terms.outcome ?? null) : null;
  const against =
    ["disagree", "keep", "refuse", "confirm_unfavourable"].includes(row.act) || outcome === "refused";
  return {
    slot,
    question: questionOf(m.proceeding, row),
    answer: against ? "against" : "for",
    outcome,
  };
}

/** Only these acts say an outcome; one sent along with any other act is not looked at. */
const signsOutcome = (row: Row): boolean => row.in === "r" && (row.act === "sign" || row.act === "conclude");

/** Disagreement, a kept span, a partial or refusing outcome, a recusal, a reopening: signed singly from here. */
function madeSingle(m: Matter, row: Row): Single | null {
  switch (row.act) {
    case "disagree":
      return "disagreement";
    case "conclude":
      return m.terms.outcome === "refused" ? "disagreement" : null;
    case "keep":
      return "kept";
    case "take_out":
      return "taken_out";
    case "declare_conflict":
      return "recusal";
    case "reopen":
      return "reopened";
    case "confirm_unfavourable":
      return "unfavourable_act";
    case "submit":
      return m.case?.finding?.outcome === "part" || m.case?.finding?.outcome === "refused" ? "outcome" : null;
    default:
      return null;
  }
}
