"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { SharedCase } from "@/lib/findings/view-own";

type CommonCasesProps = {
  cases: SharedCase[];
  sheets: Record<number, string>;
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
};

/** Who the findings will be about; what makes a case different stands beside it. */
export function CommonCases({ cases, sheets, chosen, onChoose }: CommonCasesProps) {
  const t = useTranslations("findings.list");
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const all = chosen.size === cases.length;
  return (
    <>
      <label className="flex items-center gap-2.5">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={all}
          onChange={() => onChoose(all ? new Set() : new Set(cases.map((c) => c.caseId)))}
        />
        {t("all", { count: cases.length })}
      </label>
      <Table
        caption={t("caption")}
        columns={[
          { key: "name", label: t("name"), width: "55%" },
          { key: "sheet", label: t("sheet") },
          { key: "remark", label: t("remark") },
        ]}
      >
        {cases.map((c) => (
          <Row key={c.caseId} out={!chosen.has(c.caseId)}>
            <Cell header>
              <label className="flex items-start gap-2.5">
                <input
                  type="checkbox"
                  name="item"
                  value={`${c.caseId}:${c.proceeding}:${c.version}`}
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                  checked={chosen.has(c.caseId)}
                  onChange={() => toggle(c.caseId)}
                />
                <span>
                  <span className="name block">{c.name}</span>
                  {c.birthText && <span className="text-small text-soft">{c.birthText}</span>}
                </span>
              </label>
            </Cell>
            <Cell>{c.mention && <span className="cite">{sheets[c.mention.position] ?? "?"}</span>}</Cell>
            <Cell>
              {!c.mention && <Tag tone="warn">{t("noMention")}</Tag>} {c.draft && <Tag>{t("hasDraft")}</Tag>}{" "}
              <Link href={`/cases/${c.caseId}/finding`} className="text-small">
                {t("single")}
              </Link>
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}
