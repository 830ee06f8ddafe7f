import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { RuleDifference } from "@/lib/law/rule-set";
import { RuleName, RuleValue } from "./rule-words";

type ComparisonProps = { caption: string; lines: readonly RuleDifference[]; before: string; after: string };

/** Two rule sets side by side. What differs is said, struck out and written anew, not only coloured. */
export function Comparison({ caption, lines, before, after }: ComparisonProps) {
  const t = useTranslations("rules");
  const columns = [
    // All three fit a narrow screen: what changes is read beside what was.
    { key: "rule", label: t("compare.rule"), width: "38%" },
    { key: "before", label: before, width: "31%" },
    { key: "after", label: after, width: "31%" },
  ];
  return (
    <Table caption={caption} columns={columns} className="max-w-220 hyphens-auto wrap-anywhere">
      {lines.map((line, nth) => (
        <Fragment key={line.name}>
          {line.step && !lines[nth - 1]?.step && <Heading />}
          <Line line={line} />
        </Fragment>
      ))}
    </Table>
  );
}

/** Over the days of the steps. */
function Heading() {
  const t = useTranslations("rules");
  return (
    <tr>
      <th
        scope="colgroup"
        colSpan={3}
        className="border-b border-rule px-3 pt-5 pb-1.5 text-left font-semibold"
      >
        {t("rule.days")}
      </th>
    </tr>
  );
}

function Line({ line }: { line: RuleDifference }) {
  const t = useTranslations("rules.compare");
  const { changed } = line;
  const [before, after] = [line.before, line.after].map((value, nth) => (
    <RuleValue key={nth} line={line} value={value} />
  ));
  return (
    <Row className={clsx("max-sm:text-small", changed && "bg-sheet")}>
      <Cell header className={changed ? "border-l-4 border-l-accent" : "border-l-4 border-l-transparent"}>
        <RuleName line={line} /> {changed && <Tag tone="accent">{t("changed")}</Tag>}
      </Cell>
      <Cell className="max-sm:px-1.5">{changed ? <del className="text-soft">{before}</del> : before}</Cell>
      <Cell className="max-sm:px-1.5">
        {changed ? <ins className="font-semibold no-underline">{after}</ins> : after}
      </Cell>
    </Row>
  );
}
