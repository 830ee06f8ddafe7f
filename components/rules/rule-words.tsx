import { useTranslations } from "next-intl";
import type { RuleLine } from "@/lib/law/rule-set";

/** What a rule is called; of the days, the step. */
export function RuleName({ line }: { line: Pick<RuleLine, "key" | "step"> }) {
  const t = useTranslations("rules");
  const steps = useTranslations("law.step");
  const { key, step } = line;
  return <span className="inline-block first-letter:uppercase">{step ? steps(step) : t(`rule.${key}`)}</span>;
}

/** What it says: a number, days, a switch or claims, in words. */
export function RuleValue({ line, value }: { line: Pick<RuleLine, "step">; value: RuleLine["value"] }) {
  const t = useTranslations("rules");
  const claims = useTranslations("law.claimKind");
  if (value === null) return <span className="text-soft">{t("notSet")}</span>;
  if (typeof value === "boolean") return t(value ? "switch.on" : "switch.off");
  if (typeof value === "number") return line.step ? t("dayCount", { count: value }) : String(value);
  return value.map((kind) => claims(kind)).join(", ");
}
