import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BundlePanel } from "@/components/history/bundle-panel";
import { CheckPanel } from "@/components/history/check-panel";
import { CheckpointTable } from "@/components/history/checkpoint-table";
import { HistoryTabs } from "@/components/history/history-tabs";
import { LedgerFigures } from "@/components/history/ledger-figures";
import { WhatIsProven } from "@/components/history/what-is-proven";
import { WitnessList } from "@/components/history/witness-list";
import { Columns } from "@/components/ui/columns";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readProofs } from "@/lib/history/read";
import { below } from "@/lib/history/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proofs"))("title") };
}

/** The auditor's desk over the ledger; for everybody else there is no such page. */
export default async function ProofsPage({ searchParams }: Props) {
  const actor = await requireActor("/history/proofs");
  const page = await readProofs(actor, below.parse((await searchParams).below ?? null));
  if (!page) notFound();
  const t = await getTranslations("proofs");
  return (
    <>
      <PageHead title={t("title")} under={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <HistoryTabs current="proofs" />
      <LedgerFigures page={page} now={new Date()} />
      <Columns aside={<WhatIsProven />}>
        <CheckPanel />
        <BundlePanel page={page} />
        <WitnessList page={page} now={new Date()} />
        <CheckpointTable page={page} />
      </Columns>
    </>
  );
}
