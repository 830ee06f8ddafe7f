import { useTranslations } from "next-intl";
import { conditionKey } from "@/lib/cases/sentences";
import type { Standing } from "@/lib/cases/view-standing";
import { StepRows } from "./step-rows";

/** Who may act at this step, and for each act why it is not this person. */
export function OthersMay({ standing }: { standing: Standing }) {
  const t = useTranslations("sign.others");
  const law = useTranslations("law");
  const acts = useTranslations("acts");
  const mine = new Map(standing.acts.map((open) => [open.act, open]));
  const rows = standing.rows.filter((row) => mine.get(row.act)?.unmet.length !== 0);
  if (rows.length === 0) return null;
  return (
    <details className="mb-7 text-[0.90625rem]">
      <summary className="py-1 font-semibold text-accent">{t("title")}</summary>
      <StepRows
        rows={rows.map((row) => {
          const unmet = mine.get(row.act)?.unmet[0];
          return {
            key: row.article,
            act: law(`act.${row.act}`),
            article: acts("article", { article: row.article }),
            who: row.by.map((by) => law(`by.${by}`)).join(", "),
            why: unmet && t("you", { why: law(conditionKey(unmet)) }),
          };
        })}
      />
    </details>
  );
}
