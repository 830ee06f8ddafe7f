import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CaseFilters, paramsOf } from "@/components/cases/case-filters";
import { CaseList } from "@/components/cases/case-list";
import { TakeList } from "@/components/lists/take-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readCases, readCaseSearch } from "@/lib/cases/read-list";
import { mayExport } from "@/lib/lists/export";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

export default async function CasesPage({ searchParams }: Props) {
  const actor = await requireActor("/cases");
  if (actor.offices.every((office) => office.role === "administrator")) notFound();
  const raw = await searchParams;
  const page = await readCases(actor, readCaseSearch(raw));
  const t = await getTranslations("cases");
  return (
    <>
      <PageHead title={t("title")} under={t("total", { count: page.total })} />
      <CaseFilters page={page} />
      {page.rows.length > 0 ? (
        <CaseList page={page} />
      ) : (
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink href="/cases">{t("empty.clear")}</ButtonLink>}
        >
          {t("empty.text")}
        </EmptyState>
      )}
      {mayExport(actor, "cases") && (
        <TakeList list="cases" params={paramsOf(page)} failed={raw.take === "purpose"} />
      )}
    </>
  );
}
