import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RegisterForm } from "@/components/people/register-form";
import { UnitPath } from "@/components/units/file-head";
import { optionsOf } from "@/components/units/options";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { reference } from "@/lib/cases/view";
import { readBodies } from "@/lib/people/read";
import { readFile, readUnit, readWords } from "@/lib/units/read";
import { registerCase } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

export default async function RegisterPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/files/${id}/register`);
  const [page, unit] = await Promise.all([readFile(actor, id), readUnit(actor, id)]);
  if (!page || !unit) notFound();
  const [t, locale] = await Promise.all([getTranslations("register"), getLocale()]);
  const [words, bodies] = await Promise.all([
    readWords(actor, ["category", "region", "organ", "measure", "nationality"]),
    readBodies(actor, ["group", "regional"]),
  ]);
  const of = (kind: string) =>
    bodies.filter((body) => body.kind === kind).map((body) => ({ value: body.id, label: body.name[locale] }));
  return (
    <>
      <UnitPath path={[...unit.path, { ...unit, seen: true }]} />
      <PageHead title={t("title")} under={reference(page.file.refPath, locale)} />
      {page.may.register_case ? (
        <RegisterForm
          fileId={id}
          action={registerCase}
          words={{
            categories: optionsOf(words.category, locale),
            regions: optionsOf(words.region, locale),
            organs: optionsOf(words.organ, locale),
            measures: optionsOf(words.measure, locale),
            nationalities: optionsOf(words.nationality, locale),
            groups: of("group"),
            regionals: of("regional"),
          }}
        />
      ) : (
        <Notice tone="warn" title={t("notYours")} />
      )}
    </>
  );
}
