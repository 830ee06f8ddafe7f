import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryTabs } from "@/components/history/history-tabs";
import { SampleForm } from "@/components/history/sample-form";
import { SampleTable } from "@/components/history/sample-table";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readSample } from "@/lib/history/read-sample";
import { sampleSearch } from "@/lib/history/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.sample"))("title") };
}

/** Nothing of a sample is kept: its address says all that it follows from. */
export default async function SamplePage({ searchParams }: Props) {
  const actor = await requireActor("/history/sample");
  const search = sampleSearch.parse(await searchParams);
  const page = await readSample(actor, search);
  if (!page) notFound();
  const t = await getTranslations("audit.sample");
  return (
    <>
      <PageHead title={t("title")} under={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <HistoryTabs current="sample" />
      <SampleForm search={search} page={page} />
      {page.drawn && <SampleTable search={search} drawn={page.drawn} />}
    </>
  );
}
