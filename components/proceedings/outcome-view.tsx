import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ProceedingShown } from "@/lib/cases/view";

/** What was decided and on what basis, the legal act, and what was corrected since. */
export function OutcomeView({ proceeding }: { proceeding: ProceedingShown }) {
  const t = useTranslations("cases");
  const law = useTranslations("law");
  const format = useFormatter();
  const { legalAct, decision, corrections } = proceeding;
  const day = (text: string): string => format.dateTime(new Date(text), "date");
  const act = legalAct && [
    t("legalAct.text", { issuer: legalAct.issuer, number: legalAct.number, date: day(legalAct.date) }),
    t(legalAct.favourable ? "legalAct.favourable" : "legalAct.unfavourable"),
    t("legalAct.entered", { name: legalAct.enteredBy.name, when: day(legalAct.enteredAt) }),
  ];
  const items = [
    {
      key: "decision",
      term: t("decision.title"),
      value: decision && <b>{law(`outcome.${decision.outcome}`)}</b>,
    },
    { key: "basis", term: t("decision.basis"), value: decision?.basis },
    { key: "reason", term: t("decision.reason"), value: decision?.reason },
    { key: "review", term: t("decision.review"), value: decision?.reviewAt && day(decision.reviewAt) },
    { key: "act", term: t("legalAct.title"), value: act?.join(" · ") },
    {
      key: "scan",
      term: t("legalAct.scan"),
      value: legalAct && <code className="break-all">{legalAct.scan}</code>,
    },
    ...corrections.map((one, index) => ({
      key: `correction-${index}`,
      term: t("corrections.title"),
      value: (
        <>
          {t("corrections.text", { field: one.field, old: one.oldText, new: one.newText })}
          <span className="block text-small text-soft">
            {t("corrections.source", { source: one.source })} ·{" "}
            {one.appliedAt
              ? t("corrections.applied", { when: day(one.appliedAt) })
              : t("corrections.waiting")}
          </span>
        </>
      ),
    })),
  ].filter((item) => item.value);
  if (items.length === 0) return null;
  return (
    <div className="mb-7">
      <DefinitionList items={items} />
    </div>
  );
}
