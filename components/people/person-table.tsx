import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ListKeys } from "@/components/ui/list-keys";
import { StageMark } from "@/components/ui/stage-mark";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import type { LikePerson, PersonRow } from "@/lib/people/view";
import { MatchedBy } from "./matched-by";

/** People with all their episodes; where they were searched for, why each name fits. */
export function PersonTable({ rows }: { rows: (PersonRow & { match?: LikePerson })[] }) {
  const t = useTranslations("people");
  const law = useTranslations("law");
  return (
    <ListKeys>
      <Table
        caption={t("title")}
        columns={[
          { key: "person", label: t("person"), width: "46%" },
          { key: "cases", label: t("cases") },
        ]}
      >
        {rows.map((row) => (
          <Row key={row.id} href={`/people/${row.id}`}>
            <NameCell
              href={`/people/${row.id}`}
              name={row.name}
              under={
                <>
                  {[row.birthText, row.birthPlace].filter(Boolean).join(" · ")}
                  {row.sameAs && (
                    <span className="block">
                      {t("same.as")}{" "}
                      <Link href={`/people/${row.sameAs.id}`} className="serif">
                        {row.sameAs.name}
                      </Link>
                    </span>
                  )}
                  {row.match && <MatchedBy match={row.match} />}
                </>
              }
            />
            <Cell>
              {row.cases.map((one) => (
                <span key={one.id} className="flex flex-wrap items-baseline gap-x-3">
                  <StageMark stage={one.stage}>{law(`stage.${one.stage}`)}</StageMark>
                  <span className="text-small text-soft">
                    {[one.outcome && law(`outcome.${one.outcome}`), one.dateText].filter(Boolean).join(" · ")}
                  </span>
                </span>
              ))}
              {row.cases.length === 0 && <span className="text-faint">{t("noCases")}</span>}
            </Cell>
          </Row>
        ))}
      </Table>
    </ListKeys>
  );
}
