import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { withParams } from "@/components/cases/address";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { slotKey } from "@/lib/cases/sentences";
import type { Locale } from "@/lib/i18n/locales";
import type { ReportSearch } from "@/lib/history/view";
import type { AppointedRow, PaceRow, PairRow, UnopenedRow } from "@/lib/history/view-report";

/** One line of any report: who, linked to the entries behind it, and its cells. */
export type Line = {
  key: string;
  href: string;
  name: ReactNode;
  under?: ReactNode;
  cells: readonly ReactNode[];
};

type Params = Record<string, string | undefined>;
const entries = (params: Params): string => withParams("/history", params);
const periodOf = ({ from, to }: ReportSearch): Params => ({ from, to });

export function useUnopenedLines(rows: readonly UnopenedRow[], search: ReportSearch): Line[] {
  const format = useFormatter();
  return rows.map((row) => ({
    key: row.accountId,
    href: entries({ actor: row.accountId, signed: "unopened", ...periodOf(search) }),
    name: row.name,
    cells: [
      format.number(row.unopened),
      format.number(row.signed),
      format.number(row.share, { style: "percent" }),
      <Time key="last" value={row.last} />,
    ],
  }));
}

export function usePaceLines(rows: readonly PaceRow[]): Line[] {
  const format = useFormatter();
  const seconds = (value: number): string => format.number(value, { maximumFractionDigits: 1 });
  return rows.map((row) => ({
    key: `${row.accountId} ${row.day}`,
    href: entries({ actor: row.accountId, signed: "any", from: row.day, to: row.day }),
    name: row.name,
    under: format.dateTime(new Date(`${row.day}T06:00:00Z`), "long"),
    cells: [
      format.number(row.fast),
      seconds(row.shortest),
      seconds(row.median),
      format.number(row.times),
      format.number(row.signed),
    ],
  }));
}

export function usePairLines(rows: readonly PairRow[], search: ReportSearch): Line[] {
  const t = useTranslations("audit.report.pairs");
  const format = useFormatter();
  return rows.map((row) => ({
    key: `${row.authorId} ${row.readerId}`,
    href: entries({ actor: row.readerId, author: row.authorId, signed: "any", ...periodOf(search) }),
    name: row.reader,
    under: t("of", { author: row.author }),
    cells: [format.number(row.common), format.number(row.returned), <Time key="last" value={row.last} />],
  }));
}

/** Two ways lead on: to what they signed, and to the confirmation. */
export function useAppointedLines(rows: readonly AppointedRow[], locale: Locale): Line[] {
  const t = useTranslations("audit.report.appointed");
  const law = useTranslations("law");
  const history = useTranslations("history");
  const format = useFormatter();
  return rows.map((row) => {
    return {
      key: [row.kind, row.accountId, row.confirmedAt, row.proceedingId, row.decidedAt].join(),
      href: entries({ proceeding: row.proceedingId, actor: row.accountId, signed: "any" }),
      name: row.name,
      under: [law(`role.${row.role}`), row.body[locale], t(row.kind)].join(" · "),
      cells: [
        format.number(row.days, { maximumFractionDigits: 1 }),
        <span key="decided">
          <Link href={entries({ proceeding: row.proceedingId })}>{row.about ?? history("closedToYou")}</Link>
          <span className="mt-0.5 block text-small text-soft">
            {law(slotKey(row.slot))} · <Time value={row.decidedAt} />
          </span>
        </span>,
        <span key="confirmed">
          <Link href={entries({ actor: row.confirmedById, from: row.confirmedDay, to: row.confirmedDay })}>
            <Time value={row.confirmedAt} />
          </Link>
          <span className="mt-0.5 block text-small text-soft">
            {t("by", { proposed: row.proposedBy, confirmed: row.confirmedBy, act: row.act })}
          </span>
        </span>,
      ],
    };
  });
}
