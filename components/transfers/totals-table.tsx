import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { withParams } from "@/components/cases/address";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { TransferTotal } from "@/lib/transfers/view";
import { useAmounts } from "./amounts";

const parts = ["planned", "toCome", "received", "accepted"] as const;
/** A narrow screen compares what was planned with what was counted. */
const wideOnly = (part: (typeof parts)[number]): boolean => part === "toCome" || part === "accepted";

/** Planned against received, by archive and fonds, with the sums of each archive and of all. */
export function TotalsTable({ totals }: { totals: readonly TransferTotal[] }) {
  const t = useTranslations("transfers.totals");
  const archives = [...new Map(totals.map(({ from }) => [from.id, from])).values()];
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "fonds", label: `${t("archive")}, ${t("fonds")}`, width: "34%" },
        { key: "transfers", label: t("transfers"), numeric: true, wideOnly: true },
        ...parts.map((part) => ({ key: part, label: t(part), numeric: true, wideOnly: wideOnly(part) })),
        { key: "difference", label: t("difference"), numeric: true },
      ]}
    >
      {archives.map((archive) => (
        <ArchiveRows key={archive.id} totals={totals.filter(({ from }) => from.id === archive.id)} />
      ))}
      {archives.length > 1 && <Figures name={<b>{t("sum")}</b>} of={totals} strong />}
    </Table>
  );
}

function ArchiveRows({ totals }: { totals: readonly TransferTotal[] }) {
  const t = useTranslations("transfers.totals");
  const locale = useLocale();
  const { id, names } = totals[0]!.from;
  const name = (
    <Link href={withParams("/transfers", { archive: id })} className="name text-ink">
      {names[locale]}
    </Link>
  );
  return (
    <>
      <Figures name={name} of={totals} strong />
      {totals.map((total) => (
        <Figures
          key={total.fonds}
          name={<span className="pl-4 text-soft">{`${t("fonds")} ${total.fonds}`}</span>}
          of={[total]}
          transfers={total.transfers}
        />
      ))}
    </>
  );
}

type FiguresProps = {
  name: React.ReactNode;
  of: readonly TransferTotal[];
  strong?: boolean;
  /** Of several fonds it would count a transfer more than once. */
  transfers?: number;
};

function Figures({ name, of, strong, transfers }: FiguresProps) {
  const { count, by } = useAmounts();
  const sum = (part: (typeof parts)[number] | "due"): number =>
    of.reduce((all, total) => all + total[part].files, 0);
  const difference = by(sum("received") - sum("due"));
  return (
    <Row className={strong ? "font-semibold" : undefined}>
      <Cell header>{name}</Cell>
      <Cell numeric wideOnly>
        {transfers === undefined ? "" : count(transfers)}
      </Cell>
      {parts.map((part) => (
        <Cell key={part} numeric wideOnly={wideOnly(part)}>
          {count(sum(part))}
        </Cell>
      ))}
      <Cell numeric>{difference ? <Tag tone="warn">{difference}</Tag> : count(0)}</Cell>
    </Row>
  );
}
