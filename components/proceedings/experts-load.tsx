import { useFormatter, useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Waiting } from "@/components/ui/time";
import type { ExpertRow } from "@/lib/cases/view-lists";

/** What each expert has in hand, and how old it is. */
export function ExpertsLoad({ experts, now }: { experts: readonly ExpertRow[]; now: Date }) {
  const t = useTranslations("assign.experts");
  const format = useFormatter();
  return (
    <section className="mb-8">
      <h2 className="label mb-2">{t("title")}</h2>
      <Table
        caption={t("caption")}
        columns={[
          { key: "name", label: t("name"), width: "40%" },
          { key: "study", label: t("study"), numeric: true },
          { key: "reading", label: t("reading"), numeric: true },
          { key: "late", label: t("late"), numeric: true },
          { key: "oldest", label: t("oldest"), wideOnly: true },
        ]}
      >
        {experts.map((expert) => (
          <Row key={expert.id}>
            <Cell header>{expert.name}</Cell>
            <Cell numeric>{format.number(expert.study)}</Cell>
            <Cell numeric>{format.number(expert.reading)}</Cell>
            <Cell numeric className={expert.late > 0 ? "warn" : undefined}>
              {format.number(expert.late)}
            </Cell>
            <Cell wideOnly>{expert.oldest ? <Waiting since={expert.oldest} now={now} /> : "–"}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}
