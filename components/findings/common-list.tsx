import { useLocale, useTranslations } from "next-intl";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import type { Own } from "@/lib/findings/view-own";
import { printCitation } from "@/lib/findings/view-cite";

export function CommonList({ commons }: Pick<Own, "commons">) {
  const t = useTranslations("findings.own");
  const locale = useLocale();
  if (commons.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="question mb-2">{t("commons")}</h2>
      <Table
        caption={t("commons")}
        columns={[
          { key: "title", label: t("commonTitle"), width: "64%" },
          { key: "state", label: t("state") },
        ]}
      >
        {commons.map((common) => (
          <Row key={common.id}>
            <NameCell
              href={`/findings/common/${common.id}`}
              name={common.title}
              under={printCitation({ reference: common.reference, foliation: null }, null, locale)}
            />
            <Cell>
              {common.released === null ? t("onlyDraft") : t("released", { number: common.released })}
              {common.released !== null && common.drafting && <span className="block">{t("drafting")}</span>}
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}
