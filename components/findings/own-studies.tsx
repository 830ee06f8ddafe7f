import { useLocale, useTranslations } from "next-intl";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Own } from "@/lib/findings/view-own";
import { printCitation } from "@/lib/findings/view-cite";

/** Cases that this person studies, the longest waiting first. */
export function OwnStudies({ studies }: Pick<Own, "studies">) {
  const t = useTranslations("findings.own");
  const locale = useLocale();
  if (studies.length === 0) return null;
  return (
    <Table
      caption={t("caption")}
      className="mb-8"
      columns={[
        { key: "case", label: t("case"), width: "52%" },
        { key: "draft", label: t("draft") },
        { key: "since", label: t("since"), wideOnly: true },
        { key: "due", label: t("due"), wideOnly: true },
      ]}
    >
      {studies.map((study) => {
        const href = `/cases/${study.caseId}/finding`;
        const file = { reference: study.reference ?? "", foliation: null };
        return (
          <Row key={study.caseId} href={href}>
            <NameCell
              href={href}
              name={study.name}
              under={study.reference && printCitation(file, null, locale)}
            />
            <Cell>
              {study.draft ? (
                <>
                  {t("version", { number: study.draft.number })},{" "}
                  <Time value={study.draft.savedAt} format="moment" />
                </>
              ) : (
                <span className="text-faint">{t("notBegun")}</span>
              )}
              {study.due && (
                <span className="mt-0.5 block text-small text-soft md:hidden">
                  {t("due")}: <Time value={study.due} />
                </span>
              )}
            </Cell>
            <Cell wideOnly>
              <Time value={study.since} />
            </Cell>
            <Cell wideOnly>{study.due && <Time value={study.due} />}</Cell>
          </Row>
        );
      })}
    </Table>
  );
}
