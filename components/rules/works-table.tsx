import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { fallsBack, worksLaw } from "@/lib/law/law";

/** Works around a proceeding, and to which step an edit of a dossier lets it fall back. */
export function WorksTable() {
  const t = useTranslations("rules");
  const law = useTranslations("law");
  const columns = [
    { key: "article", label: t("column.article") },
    { key: "work", label: t("column.act"), width: "34%" },
    { key: "by", label: t("column.by") },
    { key: "edits", label: t("column.edits"), wideOnly: true },
    { key: "falls", label: t("column.falls"), wideOnly: true },
  ];
  return (
    <Table caption={t("law.works")} captionHidden={false} columns={columns}>
      {worksLaw.map((row) => {
        const falls = fallsBack.filter((rule) => rule.edits === row.edits);
        const steps = falls.map((rule) =>
          rule.to === "suspended" ? t("to.suspended") : law(`step.${rule.to}`),
        );
        return (
          <Row key={row.article} id={row.article}>
            <Cell header className="font-semibold">
              {row.article}
            </Cell>
            <Cell>{law(`workAct.${row.work}`)}</Cell>
            <Cell>{row.by.map((by) => law(`by.${by}`)).join(", ")}</Cell>
            <Cell wideOnly>{row.edits ? law(`part.${row.edits}`) : "–"}</Cell>
            <Cell wideOnly>{row.edits ? steps.join(", ") || t("to.none") : "–"}</Cell>
          </Row>
        );
      })}
    </Table>
  );
}
