import { useTranslations } from "next-intl";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { StageMark, type StageShape } from "@/components/ui/stage-mark";
import type { FileHead } from "@/lib/cases/view";

/** The cases that rest on a file. */
export function FileCases({ cases }: { cases: FileHead["cases"] }) {
  const t = useTranslations("cases");
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "name", label: t("column.name"), width: "50%" },
        { key: "bond", label: t("files.bond") },
        { key: "stage", label: t("column.stage") },
      ]}
    >
      {cases.map((one) => (
        <Row key={one.id} href={`/cases/${one.id}`}>
          <NameCell href={`/cases/${one.id}`} name={one.name} under={one.born} />
          <Cell>{t(`files.${one.bond}`)}</Cell>
          <Cell>
            <StageMark stage={one.stage as StageShape}>{t(`stage.${one.stage}`)}</StageMark>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
