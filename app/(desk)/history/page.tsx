import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withParams } from "@/components/cases/address";
import { HistoryFilters } from "@/components/history/history-filters";
import { HistoryList } from "@/components/history/history-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/auth/actor";
import { mayExport } from "@/lib/history/exporter";
import { readHistory, readHistorySearch } from "@/lib/cases/read-history";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

/** Each person sees the history of what they may see; the auditor sees all of it. */
export default async function HistoryPage({ searchParams }: Props) {
  const actor = await requireActor("/history");
  const search = readHistorySearch(await searchParams);
  const page = await readHistory(actor, search);
  const t = await getTranslations("history");
  return (
    <>
      <PageHead
        title={t("title")}
        under={t("lead")}
        aside={
          mayExport(actor) && (
            <ButtonLink kind="ghost" href="/history/proofs">
              {t("proofs")}
            </ButtonLink>
          )
        }
      />
      <HistoryFilters search={search} actors={page.actors} />
      <HistoryList rows={page.rows} about />
      <Pager next={page.last ? withParams("/history", search, { after: page.last }) : undefined} />
    </>
  );
}
