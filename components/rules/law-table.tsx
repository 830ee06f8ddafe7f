import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { conditionKey } from "@/lib/cases/sentences";
import type { Condition } from "@/lib/law/conditions";
import type { Row as Article } from "@/lib/law/law";
import { isWay } from "@/lib/law/ways";

/** Articles as the law has them: where, what, who, on which conditions, leading where. */
export function LawTable({ caption, rows }: { caption: string; rows: readonly Article[] }) {
  const t = useTranslations("rules");
  const law = useTranslations("law");
  const columns = [
    { key: "article", label: t("column.article") },
    { key: "step", label: t("column.step"), wideOnly: true },
    { key: "act", label: t("column.act"), width: "22%" },
    { key: "by", label: t("column.by") },
    { key: "to", label: t("column.to"), wideOnly: true },
  ];
  return (
    <Table caption={caption} captionHidden={false} columns={columns} className="mb-8">
      {rows.map((row) => (
        <Row key={row.article} id={row.article}>
          <Cell header className="font-semibold">
            {row.article}
          </Cell>
          <Cell wideOnly>
            {row.step === "open" || row.step === "decided" ? t(`step.${row.step}`) : law(`step.${row.step}`)}
          </Cell>
          <Cell>
            {law(`act.${row.act}`)} {row.slot && <Tag tone="accent">{t("signs")}</Tag>}
            <Conditions names={row.provided} />
          </Cell>
          <Cell>{row.by.map((by) => law(`by.${by}`)).join(", ")}</Cell>
          <Cell wideOnly>{isWay(row.to) ? t(`to.${row.to}`) : law(`step.${row.to}`)}</Cell>
        </Row>
      ))}
    </Table>
  );
}

/** The sentences that somebody is shown when a condition does not hold. */
export function Conditions({ names }: { names: readonly Condition[] }) {
  const t = useTranslations("rules");
  const law = useTranslations("law");
  if (names.length === 0) return null;
  return (
    <details className="mt-1 text-small text-soft">
      <summary>
        {t("column.provided")} ({names.length})
      </summary>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
        {names.map((name) => (
          <li key={name}>{law(conditionKey(name))}</li>
        ))}
      </ul>
    </details>
  );
}
