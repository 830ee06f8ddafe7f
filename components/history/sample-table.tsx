import { useFormatter, useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { SampleSearch } from "@/lib/history/view";
import type { DrawnSample } from "@/lib/history/view-sample";
import type { HistoryRow } from "@/lib/cases/view-history";
import { useEntryTitle } from "./entry-title";
import { useRole } from "./role";

type SampleTableProps = { search: SampleSearch; drawn: DrawnSample };

/** What was drawn, in the order of drawing. */
export function SampleTable({ search, drawn }: SampleTableProps) {
  const t = useTranslations("audit.sample");
  const format = useFormatter();
  const { rows, population, terms } = drawn;
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  const papers = withParams("/history/sample/papers", { ...search, size: terms.size });
  return (
    <section>
      <SeedNotice drawn={drawn} />
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 className="heading">
          {t("drawn", { drawn: rows.length, all: population, size: format.number(terms.size) })}
        </h2>
        <ButtonLink href={papers}>{t("papers")}</ButtonLink>
      </div>
      <Table
        caption={t("title")}
        columns={[
          { key: "nth", label: t("nth"), numeric: true },
          { key: "about", label: t("about") },
          { key: "what", label: t("what") },
          { key: "who", label: t("who"), wideOnly: true },
          { key: "at", label: t("at"), numeric: true },
        ]}
      >
        {rows.map((row, nth) => (
          <DrawnRow key={row.seq} nth={nth + 1} row={row} />
        ))}
      </Table>
    </section>
  );
}

/** Who chose the seed, and whether the history reaches as far. */
export function SeedNotice({ drawn: { whole, chosen, terms } }: { drawn: DrawnSample }) {
  const t = useTranslations("audit.sample");
  const format = useFormatter();
  if (!whole) return <Notice tone="danger" title={t("short", { size: format.number(terms.size) })} />;
  return chosen ? <Notice tone="warn" title={t("chosen")} /> : null;
}

function DrawnRow({ nth, row }: { nth: number; row: HistoryRow }) {
  const history = useTranslations("history");
  const format = useFormatter();
  const title = useEntryTitle(row.entry.payload);
  const role = useRole();
  const { actor, payload, at } = row.entry;
  const { about } = row;
  const article = payload.kind === "act" ? history("article", { article: payload.article }) : null;
  return (
    <Row>
      <Cell numeric>{format.number(nth)}</Cell>
      <Cell header>
        <Link
          href={`/history?proceeding=${about.proceedingId}`}
          className="name text-ink no-underline hover:underline"
        >
          {about.seen ? about.name : history("closedToYou")}
        </Link>
        {about.reference && <span className="mt-0.5 block text-small text-soft">{about.reference}</span>}
      </Cell>
      <Cell>
        <span className="inline-block first-letter:uppercase">{title}</span>
        <span className="mt-0.5 block text-small text-soft">{article}</span>
      </Cell>
      <Cell wideOnly>
        {actor.name}
        <span className="mt-0.5 block text-small text-soft">{role(actor.role)}</span>
      </Cell>
      <Cell numeric>
        <Time value={at} format="moment" />
        <span className="mt-0.5 block text-small text-soft">
          {history("seq", { seq: format.number(BigInt(row.seq)) })}
        </span>
      </Cell>
    </Row>
  );
}
