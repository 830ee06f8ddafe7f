"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { FindingWords } from "@/lib/findings/sentences";
import type { ListItem } from "@/lib/findings/view-answers";
import type { SharedCase } from "@/lib/findings/view-own";

type CommonResultsProps = { items: ListItem[]; cases: SharedCase[]; words: FindingWords };

/** What became of each; those that were refused first, with the reason and the way to finish them singly. */
export function CommonResults({ items, cases, words }: CommonResultsProps) {
  const t = useTranslations("findings.list");
  const names = new Map(cases.map((c) => [c.caseId, c.name]));
  const done = items.filter((i) => i.answer.kind === "done").length;
  const sorted = [...items].sort(
    (a, b) => Number(a.answer.kind === "done") - Number(b.answer.kind === "done"),
  );
  return (
    <>
      <Notice
        live
        tone={done === items.length ? "good" : "warn"}
        title={t("results", { done, total: items.length })}
      />
      <Table
        caption={t("resultsCaption")}
        columns={[
          { key: "name", label: t("name"), width: "45%" },
          { key: "result", label: t("result") },
        ]}
      >
        {sorted.map(({ caseId, answer }) => (
          <Row key={caseId}>
            <NameCell
              href={answer.kind === "done" ? `/cases/${caseId}` : `/cases/${caseId}/finding`}
              name={names.get(caseId) ?? "–"}
            />
            <Cell>
              {answer.kind === "done" ? (
                <Tag tone="good">{t("submitted")}</Tag>
              ) : (
                <>
                  <Tag tone="danger">{t("refused")}</Tag>{" "}
                  {answer.kind === "refused" ? words.condition[answer.refusal.condition] : t("gone")}
                </>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}
