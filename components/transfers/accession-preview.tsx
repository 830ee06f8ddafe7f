"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, Row, Table } from "@/components/ui/table";
import type { AccessionProblem, AccessionRow, AccessionTable } from "@/lib/transfers/view";

type AccessionPreviewProps = { table: AccessionTable; pending: boolean; send: () => void };

/** What the table would announce, or what has to be corrected in it, row by row. */
export function AccessionPreview({ table, pending, send }: AccessionPreviewProps) {
  const { rows, problems, dropped } = table;
  const t = useTranslations("transfers.table");
  return (
    <>
      {problems.length > 0 ? (
        <Notice tone="danger" live title={t("problems", { count: problems.length })}>
          {t("problemsLead")}
        </Notice>
      ) : (
        <Notice live title={t("ready", { count: rows.length })} />
      )}
      {dropped.length > 0 && <Notice tone="warn" title={t("dropped", { columns: dropped.join(", ") })} />}
      {problems.length > 0 ? (
        <ProblemsTable problems={problems} />
      ) : (
        <>
          <RowsTable rows={rows} />
          <form action={send} className="mt-4">
            <SubmitButton pending={pending}>{t("announce", { count: rows.length })}</SubmitButton>
          </form>
        </>
      )}
    </>
  );
}

function ProblemsTable({ problems }: { problems: readonly AccessionProblem[] }) {
  const t = useTranslations("transfers.table");
  const input = useTranslations("input");
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "row", label: t("row"), numeric: true },
        { key: "column", label: t("column") },
        { key: "what", label: t("what"), width: "60%" },
      ]}
    >
      {problems.map(({ row, column, code, detail }, at) => (
        <Row key={at}>
          <Cell numeric>{String(row)}</Cell>
          <Cell header className="wrap-anywhere">
            {column}
          </Cell>
          <Cell>{t(`problem.${code}`, { detail: code === "field" ? input(detail) : detail })}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function RowsTable({ rows }: { rows: readonly AccessionRow[] }) {
  const t = useTranslations("transfers");
  const locale = useLocale();
  return (
    <Table
      caption={t("table.rowsCaption")}
      columns={[
        { key: "row", label: t("table.row"), numeric: true },
        { key: "what", label: t("field.title"), width: "60%" },
        { key: "files", label: t("field.files"), numeric: true },
        { key: "due", label: t("field.due"), wideOnly: true },
      ]}
    >
      {rows.map(({ row, from, to, said }) => (
        <Row key={row}>
          <Cell numeric>{String(row)}</Cell>
          <Cell header>
            {said.title}
            <span className="block text-small text-soft">
              {t("page.between", { from: from.names[locale], to: to.names[locale] })}
            </span>
          </Cell>
          <Cell numeric>{String(said.items.reduce((sum, { files }) => sum + files, 0))}</Cell>
          <Cell wideOnly>{said.due}</Cell>
        </Row>
      ))}
    </Table>
  );
}
