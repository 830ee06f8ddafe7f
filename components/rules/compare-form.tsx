import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { SelectField } from "@/components/ui/choice-field";
import type { RuleVersion } from "@/lib/rules/view";

type CompareFormProps = { versions: readonly RuleVersion[]; left: number; right: number };

/** Which two: the choice stands in the address, so that it can be sent to somebody. */
export function CompareForm({ versions, left, right }: CompareFormProps) {
  const t = useTranslations("rules");
  const choices = versions.map(({ version, state }) => ({
    value: String(version),
    label: `${t("versionName", { version })} · ${t(`state.${state}`)}`,
  }));
  return (
    <form action="/rules/compare" className="no-print flex flex-wrap items-end gap-3">
      <SelectField name="left" label={t("compare.left")} choices={choices} defaultValue={String(left)} />
      <SelectField name="right" label={t("compare.right")} choices={choices} defaultValue={String(right)} />
      <button type="submit" className={buttonClass("ghost")}>
        {t("compare.submit")}
      </button>
    </form>
  );
}
