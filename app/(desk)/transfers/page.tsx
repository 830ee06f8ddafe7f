import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withParams } from "@/components/cases/address";
import { TakeList } from "@/components/lists/take-list";
import { TransferFilters } from "@/components/transfers/transfer-filters";
import { TransfersTable } from "@/components/transfers/transfers-table";
import { buttonClass, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/auth/actor";
import { dayOf, systemClock } from "@/lib/clock";
import { holds } from "@/lib/law/actor";
import { mayExport } from "@/lib/lists/export";
import { readTransfers } from "@/lib/transfers/read";
import { listFilter } from "@/lib/transfers/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("title") };
}

export default async function TransfersPage({ searchParams }: Props) {
  const actor = await requireActor("/transfers");
  const raw = await searchParams;
  const { before, ...params } = listFilter.parse(raw);
  const { waiting, ...filter } = params;
  const list = await readTransfers(actor, {
    ...filter,
    before,
    ...(waiting && { waitsFor: actor.accountId }),
  });
  if (!list) notFound();
  const t = await getTranslations("transfers");
  const archivist = holds(actor, "archivist");
  const filtered = Object.values(params).some((value) => value !== undefined);
  const announce = archivist && <ButtonLink href="/transfers/new">{t("open.announce")}</ButtonLink>;
  return (
    <>
      <PageHead
        title={t("title")}
        under={<p className="max-w-[72ch]">{t("lead")}</p>}
        aside={
          <span className="no-print contents">
            <ButtonLink kind="quiet" href="/transfers/totals">
              {t("open.totals")}
            </ButtonLink>
            {list.counts.length > 0 && (
              <a href="/api/transfers/accessions" download className={buttonClass("quiet")}>
                {t("open.csv")}
              </a>
            )}
            {archivist && (
              <ButtonLink kind="quiet" href="/transfers/import">
                {t("open.import")}
              </ButtonLink>
            )}
            {announce}
          </span>
        }
      />
      {(filtered || list.rows.length > 0) && (
        <TransferFilters params={params} list={list} takesPart={archivist} />
      )}
      {list.rows.length > 0 ? (
        <TransfersTable transfers={list.rows} today={dayOf(systemClock())} />
      ) : filtered ? (
        <EmptyState
          title={t("list.filtered")}
          action={
            <ButtonLink kind="ghost" href="/transfers">
              {t("list.clear")}
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState title={t("list.none")} action={announce}>
          {t("list.noneText")}
        </EmptyState>
      )}
      <Pager next={list.next ? withParams("/transfers", params, { before: list.next }) : undefined} />
      {list.rows.length > 0 && mayExport(actor, "transfers") && (
        <TakeList list="transfers" params={params} failed={raw.take === "purpose"} />
      )}
    </>
  );
}
