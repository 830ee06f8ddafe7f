import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Foliation } from "@/lib/archive/foliation";
import { nameExtent } from "@/lib/archive/named-extents";
import type { FileSpan, SpanAnswer } from "@/lib/units/view-spans";
import type { Option } from "./owners-form";

type Props = {
  foliation: Foliation;
  spans: readonly FileSpan[];
  owners: Option[];
  grades: Option[];
  chosen?: number | null;
  /** Where ranges are edited: what stands in the first cell in place of plain text. */
  choose?: (span: FileSpan, index: number, name: string) => ReactNode;
};

/** Every range of the file with both answers; together they are the whole file. */
export function SpansTable({ foliation, spans, owners, grades, chosen, choose }: Props) {
  const t = useTranslations("files.spans");
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "sheets", label: t("sheets"), width: "19%" },
        { key: "secrecy", label: t("secrecy"), width: "43%" },
        { key: "access", label: t("access") },
      ]}
    >
      {spans.map((span, index) => {
        const name = nameExtent(foliation, span);
        return (
          <Row key={span.from} selected={chosen === index}>
            <Cell header className="font-serif font-semibold">
              {choose ? choose(span, index, name) : name}
            </Cell>
            <Cell>
              <SecrecyCell answer={span.answer} owners={owners} grades={grades} />
            </Cell>
            <Cell>
              <AccessCell answer={span.answer} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}

const labelOf = (options: Option[], value: string | null) =>
  options.find((option) => option.value === value)?.label ?? value;

type CellProps = { answer: SpanAnswer; owners: Option[]; grades: Option[] };

function SecrecyCell({ answer, owners, grades }: CellProps) {
  const t = useTranslations("files.spans");
  const law = useTranslations("law.secrecy");
  const { secrecy, grade, ownerId, basis, reviewDate, ownerAnswer, ownerBasis, ownerReviewDate } = answer;
  if (!secrecy) return <span className="text-faint">{t("unanswered")}</span>;
  const under = [
    labelOf(grades, grade),
    labelOf(owners, ownerId),
    basis,
    reviewDate && t("review", { date: reviewDate }),
  ].filter(Boolean);
  return (
    <>
      <b>{law(secrecy)}</b>
      <span className="block text-small text-soft">{under.join(" · ")}</span>
      {ownerAnswer && (
        <span className="mt-1 block text-small">
          <Tag tone={ownerAnswer === "keep" ? "warn" : "good"}>{t(`owner.${ownerAnswer}`)}</Tag>{" "}
          <span className="text-soft">
            {[ownerBasis, ownerReviewDate && t("review", { date: ownerReviewDate })]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
      )}
    </>
  );
}

function AccessCell({ answer }: { answer: SpanAnswer }) {
  const t = useTranslations("files.spans");
  const law = useTranslations("law.access");
  if (!answer.access) return <span className="text-faint">{t("unanswered")}</span>;
  const under = [answer.closedUntil && t("until", { date: answer.closedUntil }), answer.accessBasis].filter(
    Boolean,
  );
  return (
    <>
      <b>{law(answer.access)}</b>
      <span className="block text-small text-soft">{under.join(" · ")}</span>
    </>
  );
}
