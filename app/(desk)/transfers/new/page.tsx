import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnnounceForm } from "@/components/transfers/announce-form";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readAnnounceForm } from "@/lib/transfers/read";
import type { ArchiveRow } from "@/lib/transfers/view";
import { announceTransfer } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("announce.title") };
}

export default async function NewTransferPage() {
  const actor = await requireActor("/transfers/new");
  const form = await readAnnounceForm(actor);
  if (!form) notFound();
  const [t, locale] = await Promise.all([getTranslations("transfers"), getLocale()]);
  const named = (archives: readonly ArchiveRow[]) =>
    archives.map(({ id, names }) => ({ value: id, label: names[locale] }));
  return (
    <>
      <PageHead title={t("announce.title")} under={<p className="max-w-[72ch]">{t("announce.lead")}</p>} />
      <AnnounceForm
        action={announceTransfer}
        id={form.id}
        own={named(form.own)}
        others={named(form.others.filter(({ id }) => form.own.length > 1 || id !== form.own[0]?.id))}
        today={form.today}
      />
    </>
  );
}
