import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { named, sheets, type FileHead, type SpanShown } from "@/lib/cases/view";

/** Every range of sheets with what is proposed, what its owner answered, and who may see it. */
export function SpansView({ file }: { file: FileHead }) {
  const t = useTranslations("cases.spans");
  const locale = useLocale();
  if (file.spans.length === 0) return <EmptyState title={t("none")} />;
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "sheets", label: t("sheets") },
        { key: "secrecy", label: t("secrecy") },
        { key: "owner", label: t("owner") },
        { key: "access", label: t("access") },
      ]}
    >
      {file.spans.map((span) => (
        <Row key={span.id}>
          <Cell header className="serif font-semibold">
            {sheets(file.foliation, [span], locale)}
          </Cell>
          <Answers span={span} />
        </Row>
      ))}
    </Table>
  );
}

function Answers({ span }: { span: SpanShown }) {
  const t = useTranslations("cases.spans");
  const law = useTranslations("law");
  const format = useFormatter();
  const locale = useLocale();
  const day = (text: string): string => format.dateTime(new Date(text), "date");
  const small = (text: string | null | undefined) =>
    text ? <span className="mt-0.5 block text-small text-soft">{text}</span> : null;
  return (
    <>
      <Cell>
        {span.secrecy ? law(`secrecy.${span.secrecy}`) : <span className="faint">{t("unanswered")}</span>}
        {small(span.basis)}
        {span.secrecy === "keep" && small(span.reviewDate && t("review", { when: day(span.reviewDate) }))}
      </Cell>
      <Cell>
        {span.owner && <span className="block text-small text-soft">{named(span.owner, locale)}</span>}
        {span.secrecy === "none" ? (
          "–"
        ) : span.ownerAnswer ? (
          <Tag tone={span.ownerAnswer === "keep" ? "warn" : "good"}>{law(`secrecy.${span.ownerAnswer}`)}</Tag>
        ) : (
          <span className="faint">{t("unanswered")}</span>
        )}
        {small(span.ownerBasis)}
        {small(span.ownerReviewDate && t("review", { when: day(span.ownerReviewDate) }))}
      </Cell>
      <Cell>
        {span.access ? law(`access.${span.access}`) : <span className="faint">{t("unanswered")}</span>}
        {small(span.accessBasis)}
        {small(span.closedUntil && t("until", { when: day(span.closedUntil) }))}
      </Cell>
    </>
  );
}
