import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LinkForm } from "@/components/people/link-form";
import { PersonSearch } from "@/components/people/person-search";
import { UnitPath } from "@/components/units/file-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { reference } from "@/lib/cases/view";
import { readPeople } from "@/lib/people/read";
import { readFile, readUnit } from "@/lib/units/read";
import { linkFile } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("link.title") };
}

/** Finds the person whose case this file belongs to, and says what the file is to it. */
export default async function LinkPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/files/${id}/link`);
  const [page, unit, { q }] = await Promise.all([readFile(actor, id), readUnit(actor, id), searchParams]);
  if (!page || !unit) notFound();
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const text = typeof q === "string" ? q.slice(0, 200).trim() : "";
  const found = text
    ? (await readPeople(actor, { q: text, born: null, place: "" }, null)).rows.filter(
        (person) => person.cases.length > 0,
      )
    : [];
  return (
    <>
      <UnitPath path={[...unit.path, { ...unit, seen: true }]} />
      <PageHead title={t("link.title")} under={reference(page.file.refPath, locale)} />
      {!page.may.link_file && <Notice tone="warn" title={t("notYours")} />}
      <PersonSearch action={`/files/${id}/link`} q={text} suggests={false} />
      {page.may.link_file && found.length > 0 && <LinkForm fileId={id} people={found} action={linkFile} />}
      {text && found.length === 0 && <EmptyState title={t("nobody")}>{t("nobodyHow")}</EmptyState>}
    </>
  );
}
