import type { Act } from "./acts";
import { decide, firstUnmet, rowsAt } from "./decide";
import { officeFor } from "./competence";
import { law } from "./law";
import type { Matter } from "./matter";
import type { Condition } from "./conditions";

export type OpenAct = {
  act: Act;
  article: string;
  signs: boolean;
  /** What still stands in the way; empty when the act could be done with terms that the form will ask for. */
  unmet: readonly Condition[];
};

/** Conditions that the person meets by filling in the form: they do not grey a button. */
const askedInTheForm: ReadonlySet<Condition> = new Set<Condition>([
  "reasonGiven",
  "reasonWhereAgainst",
  "reasonWhereRefused",
  "basisGiven",
  "textGiven",
  "missingNamed",
  "untilNamed",
  "reviewNamed",
  "conflictNamed",
  "motionNamed",
  "earlierStepNamed",
  "newEvidence",
  "outcomeProposed",
  "benchAgrees",
  "unfavourableActFollowed",
  "keptBased",
  "certificateAttached",
  "actComplete",
  "courtOrSigning",
  "clericalOnly",
  "sourceNamed",
  "assigneeExpert",
  "assigneeNotReader",
  "assigneeNotAuthor",
  "assigneeNotSelf",
  "assigneeFree",
  "versionShown",
  "dossierShown",
]);

/**
 * The acts whose rows the actor's offices reach at this step, each with what stands in the way. The screen
 * draws its buttons from this, and the server judges by the same rows.
 */
export function openTo(m: Omit<Matter, "act">): readonly OpenAct[] {
  const found: OpenAct[] = [];
  const asShown = { ...m.terms, version: m.proceeding?.version };
  for (const act of new Set(law.map((row) => row.act))) {
    const matter: Matter = { ...m, act, terms: { ...asShown, agencyId: asShown.agencyId ?? ownAgency(m) } };
    let best: OpenAct | null = null;
    for (const row of rowsAt(matter)) {
      if (!row.by.some((by) => officeFor(by, matter))) continue;
      const unmet = unmetBesidesTheForm(matter, row);
      if (!best || unmet.length < best.unmet.length) {
        best = { act, article: row.article, signs: row.slot !== null, unmet };
      }
    }
    if (best) found.push(best);
  }
  return found;
}

/** The agency for which the actor could reply, where the form has not asked yet. */
const ownAgency = (m: Omit<Matter, "act">): string | undefined =>
  m.actor.offices.find((o) => o.role === "representative" && m.file?.owners.includes(o.bodyId))?.bodyId;

function unmetBesidesTheForm(m: Matter, row: (typeof law)[number]): readonly Condition[] {
  const unmet = firstUnmet(
    { ...m, terms: { ...m.terms, dossierHash: m.proceeding?.dossierHash ?? undefined } },
    row,
  );
  if (!unmet) return [];
  return askedInTheForm.has(unmet) ? laterUnmet(m, row) : [unmet];
}

function laterUnmet(m: Matter, row: (typeof law)[number]): readonly Condition[] {
  const rest = row.provided.filter((name) => !askedInTheForm.has(name));
  const unmet = firstUnmet(
    { ...m, terms: { ...m.terms, dossierHash: m.proceeding?.dossierHash ?? undefined } },
    { ...row, provided: rest },
  );
  return unmet && !askedInTheForm.has(unmet) ? [unmet] : [];
}

export { decide };
