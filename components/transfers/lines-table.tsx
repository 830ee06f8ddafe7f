import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { measures, sumOf, type Line, type Measure } from "@/lib/transfers/view";
import { useAmounts } from "./amounts";

type LinesTableProps = {
  caption: string;
  lines: readonly Line[];
  /** How many files of each fonds are described here; left out of what was announced before. */
  described?: Readonly<Record<number, number>>;
};

/** Planned against counted, fonds by fonds, each difference marked, and the sums below. */
export function LinesTable({ caption, lines, described }: LinesTableProps) {
  const t = useTranslations("transfers");
  const columns = [
    { key: "fonds", label: t("field.fonds"), width: "40%" },
    ...measures.map((measure) => ({ key: measure, label: t(`field.${measure}`), numeric: true })),
    ...(described
      ? [{ key: "described", label: t("page.described"), numeric: true, wideOnly: true as const }]
      : []),
  ];
  return (
    <Table caption={caption} columns={columns}>
      {lines.map((line) => (
        <LineRow key={line.item.nth} line={line} described={described?.[line.item.nth]} />
      ))}
      {lines.length > 1 && <SumRow lines={lines} withDescribed={described !== undefined} />}
    </Table>
  );
}

function LineRow({ line, described }: { line: Line; described?: number }) {
  const { item, counted, differs } = line;
  const t = useTranslations("transfers");
  const { count, by } = useAmounts();
  return (
    <Row>
      <Cell header>
        <span className="font-semibold">
          {t("reference", { fonds: item.fonds, inventories: item.inventories })}
        </span>
        {item.title && <span className="block text-small text-soft">{item.title}</span>}
        {counted?.note && (
          <span className="block text-small">
            {t("page.remark")}: {counted.note}
          </span>
        )}
      </Cell>
      {measures.map((measure) => (
        <Figure
          key={measure}
          planned={count(item[measure])}
          counted={counted && count(counted[measure])}
          differs={by(differs[measure])}
        />
      ))}
      {described !== undefined && (
        <Cell numeric wideOnly>
          {count(described)}
        </Cell>
      )}
    </Row>
  );
}

function SumRow({ lines, withDescribed }: { lines: readonly Line[]; withDescribed: boolean }) {
  const t = useTranslations("transfers.page");
  const { sum, by } = useAmounts();
  const counted = lines.every((line) => line.counted);
  const differenceOf = (measure: Measure): string | null =>
    by(sumOf(lines.map(({ differs }) => differs[measure])).value);
  return (
    <Row className="font-semibold">
      <Cell header>
        <b>{t("sum")}</b>
      </Cell>
      {measures.map((measure) => (
        <Figure
          key={measure}
          planned={sum(sumOf(lines.map(({ item }) => item[measure])))}
          counted={counted ? sum(sumOf(lines.map((line) => line.counted![measure]))) : null}
          differs={differenceOf(measure)}
        />
      ))}
      {withDescribed && <Cell wideOnly />}
    </Row>
  );
}

type FigureProps = { planned: string; counted: string | null; differs: string | null };

/** What was announced, what was counted, and by how much they differ. */
function Figure({ planned, counted, differs }: FigureProps) {
  const t = useTranslations("transfers.page");
  return (
    <Cell numeric>
      {planned}
      {counted !== null && (
        <span className="block text-small font-normal text-soft">{t("countedOf", { value: counted })}</span>
      )}
      {differs && (
        <Tag tone="warn">
          <span className="sr-only">{t("difference")} </span>
          {differs}
        </Tag>
      )}
    </Cell>
  );
}
