import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import type { RulesPage } from "@/lib/cases/view-page";
import { openSteps } from "@/lib/law/words";

/** The rule set in words; nothing here can be changed. */
export function RuleSetView({ page }: { page: RulesPage }) {
  const t = useTranslations("rules");
  const law = useTranslations("law");
  const format = useFormatter();
  const { rules, label, from } = page;
  const days = openSteps.flatMap((step) => {
    const count = rules.days[step];
    return count === undefined
      ? []
      : [
          {
            key: step,
            term: <span className="block first-letter:uppercase">{law(`step.${step}`)}</span>,
            value: t("dayCount", { count }),
          },
        ];
  });
  const claims = rules.requiredClaims.map((kind) => law(`claimKind.${kind}`));
  const when = format.dateTime(new Date(from), "date");
  return (
    <>
      <p className="mb-4 text-soft">{t("version", { version: rules.version, when })}</p>
      {label === "default" && <Notice title={t("default")} />}
      <DefinitionList
        items={[
          { key: "members", term: t("members"), value: format.number(rules.members) },
          { key: "act", term: t("requireLegalAct"), value: t(rules.requireLegalAct ? "yes" : "no") },
          { key: "limit", term: t("registerLimit"), value: format.number(rules.registerLimit) },
          { key: "claims", term: t("requiredClaims"), value: format.list(claims) },
        ]}
      />
      <h2 className="heading mt-8 mb-3">{t("days")}</h2>
      <DefinitionList items={days} />
    </>
  );
}
