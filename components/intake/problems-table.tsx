import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Cell, Row, Table } from "@/components/ui/table";
import type { Problem } from "@/lib/intake/view";
import { PlaceText, ProblemText } from "./problem-text";

type ProblemsTableProps = {
  kind: "problems" | "remarks";
  problems: Problem[];
  count: number;
  /** Where all of them are to be had as a table. */
  href?: string;
};

/** What was turned down, or not understood, place by place. */
export function ProblemsTable({ kind, problems, count, href }: ProblemsTableProps) {
  const t = useTranslations("intake");
  if (count === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t(`${kind}.title`, { count })}</h2>
      <p className="mb-2 text-soft">{t(`${kind}.text`)}</p>
      <Table
        caption={t(`${kind}.caption`)}
        columns={[
          { key: "place", label: t("problems.place"), width: "30%" },
          { key: "what", label: t("problems.what") },
        ]}
      >
        {problems.map((problem, index) => (
          <Row key={index}>
            <Cell header>
              <PlaceText place={problem.place} />
            </Cell>
            <Cell className="wrap-break-word">
              <ProblemText problem={problem} />
            </Cell>
          </Row>
        ))}
      </Table>
      <More shown={problems.length} count={count} />
      {href && (
        <p className="no-print mt-3">
          <a href={href} download className={buttonClass("ghost")}>
            {t("rejects.get")}
          </a>
        </p>
      )}
    </section>
  );
}

/** A list that was cut says so. */
export function More({ shown, count }: { shown: number; count: number }) {
  const t = useTranslations("intake");
  if (count <= shown) return null;
  return <p className="mt-2 text-small text-soft">{t("more", { count: String(count - shown) })}</p>;
}
