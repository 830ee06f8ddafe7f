import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { TotalsTable } from "@/components/transfers/totals-table";
import { buttonClass, ButtonLink } from "@/components/ui/button";
import { withParams } from "@/components/cases/address";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readTotals } from "@/lib/transfers/read";
import { totalsFilter } from "@/lib/transfers/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("totals.title") };
}

export default async function TransferTotalsPage({ searchParams }: Props) {
  const actor = await requireActor("/transfers/totals");
  const { to } = totalsFilter.parse(await searchParams);
  const found = await readTotals(actor, to ?? null);
  if (!found) notFound();
  const { totals, takers, at } = found;
  const [t, format, locale] = await Promise.all([getTranslations("transfers"), getFormatter(), getLocale()]);
  const chips = takers.map(({ id, names }) => ({
    ...{ label: `${t("totals.of")}: ${names[locale]}`, on: id === to },
    href: withParams("/transfers/totals", { to: id === to ? undefined : id }),
  }));
  return (
    <>
      <PageHead
        title={t("totals.title")}
        under={<p>{t("totals.lead", { when: format.dateTime(at, "moment") })}</p>}
        aside={
          totals.length > 0 && (
            <a
              href={withParams("/api/transfers/totals", { to })}
              download
              className={buttonClass("ghost", "no-print")}
            >
              {t("totals.csv")}
            </a>
          )
        }
      />
      {takers.length > 1 && <Chips label={t("totals.of")} items={chips} />}
      {totals.length > 0 ? (
        <>
          <TotalsTable totals={totals} />
          <p className="mt-4 max-w-[80ch] text-small text-soft">{t("totals.definition")}</p>
        </>
      ) : (
        <EmptyState
          title={t("totals.none")}
          action={
            <ButtonLink kind="ghost" href="/transfers">
              {t("title")}
            </ButtonLink>
          }
        >
          {t("totals.noneText")}
        </EmptyState>
      )}
    </>
  );
}
