import { useLocale, useTranslations } from "next-intl";
import { named, type ProceedingShown } from "@/lib/cases/view";
import { sheets } from "@/lib/cases/view";
import type { Subject } from "@/lib/cases/view-subject";
import { isEarlier } from "@/lib/law/conditions";
import type { Office } from "@/lib/law/actor";
import { conflictKinds, openSteps, reasonCodes, type ReasonCode } from "@/lib/law/words";
import type { Choices } from "./form-parts";

/** Only these reopen what was refused (article B7). */
const reopening: readonly ReasonCode[] = ["new_evidence", "appeal", "order"];

/** What the forms about this subject can be set to, in the reader's language. */
export function useChoices(subject: Subject, offices: readonly Office[]): Choices {
  const law = useTranslations("law");
  const locale = useLocale();
  const { proceeding } = subject;
  const own = offices.filter((o) => o.role === "representative").map((o) => o.bodyId);
  const agencies = (proceeding?.owners ?? []).filter((owner) => own.includes(owner.id));
  const codes = proceeding?.step === "refused" ? reopening : reasonCodes;
  return {
    steps: earlierSteps(proceeding, subject.regional).map((value) => ({
      value,
      label: law(`step.${value}`),
    })),
    reasons: codes.map((value) => ({ value, label: law(`reasonCode.${value}`) })),
    conflicts: conflictKinds.map((value) => ({ value, label: law(`conflictKind.${value}`) })),
    applications: subject.applications.map(({ id, number, applicant }) => ({
      value: id,
      label: `${number}, ${applicant}`,
    })),
    agencies: agencies.map((agency) => ({ value: agency.id, label: named(agency.name, locale) ?? "" })),
    grades: Object.entries(subject.grades).map(([value, name]) => ({ value, label: name[locale] })),
    spans: subject.spans
      .filter((span) => span.secrecy !== "none" && span.ownerId !== null && own.includes(span.ownerId))
      .map((span) => ({
        id: span.id,
        sheets: sheets(subject.foliation, [span], locale) ?? "",
        grade: span.grade,
        basis: span.basis,
      })),
    basis: subject.lastBasis,
  };
}

function earlierSteps(proceeding: ProceedingShown | null, regional: boolean) {
  if (!proceeding) return [];
  return openSteps.filter(
    (step) => isEarlier(proceeding.kind, proceeding.step, step) && (step !== "regional" || regional),
  );
}
