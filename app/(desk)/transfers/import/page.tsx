import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccessionForm } from "@/components/transfers/accession-form";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/actor";
import { readAnnounceForm } from "@/lib/transfers/read";
import { announceAccessions, checkAccessions } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("table.title") };
}

export default async function AccessionsPage() {
  const actor = await requireActor("/transfers/import");
  const form = await readAnnounceForm(actor);
  if (!form) notFound();
  const t = await getTranslations("transfers.table");
  return (
    <>
      <PageHead title={t("title")} under={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <Panel>
        <p className="max-w-[72ch] text-soft">{t("hint")}</p>
        <p className="mt-1 mb-4">
          <code className="wrap-anywhere">{t("example")}</code>
        </p>
        <AccessionForm id={form.id} check={checkAccessions} announce={announceAccessions} />
      </Panel>
    </>
  );
}
