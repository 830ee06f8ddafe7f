import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { linesOf, type RuleLine } from "@/lib/law/rule-set";
import type { RuleVersion } from "@/lib/rules/view";
import { RuleName, RuleValue } from "./rule-words";

/** A rule set in words; nothing here can be changed. */
export function RuleSetView({ version }: { version: RuleVersion }) {
  const t = useTranslations("rules");
  const lines = linesOf(version.rules);
  const shown = (line: RuleLine) => ({
    key: line.name,
    term: <RuleName line={line} />,
    value: <RuleValue line={line} value={line.value} />,
  });
  return (
    <div className="grid items-start gap-x-12 gap-y-7 lg:grid-cols-2">
      <DefinitionList items={lines.filter(({ step }) => step === null).map(shown)} />
      <section>
        <h2 className="label mb-2">{t("rule.days")}</h2>
        <DefinitionList items={lines.filter(({ step }) => step !== null).map(shown)} />
      </section>
    </div>
  );
}
