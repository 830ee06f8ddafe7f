import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CaseForm } from "@/components/people/case-form";
import { CorrectionWay } from "@/components/people/person-parts";
import { optionsOf } from "@/components/units/options";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/actor";
import { readCaseForm, readPerson } from "@/lib/people/read";
import { readWords } from "@/lib/units/read";
import { editCase } from "../../actions";

type Props = { params: Promise<{ id: string; case: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("editCase") };
}

export default async function EditCasePage({ params }: Props) {
  const { id, case: caseId } = await params;
  const actor = await requireActor(`/people/${id}/cases/${caseId}`);
  const [page, form] = await Promise.all([readPerson(actor, id), readCaseForm(actor, caseId)]);
  if (!page || form?.held.personId !== id) notFound();
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const words = await readWords(actor, ["category", "region", "organ", "measure"]);
  return (
    <>
      <PageHead title={page.person.name} under={t("editCase")} />
      {form.edits ? (
        <Panel title={t("editCaseTitle")}>
          <CaseForm
            caseId={caseId}
            held={form.held}
            voids={form.voids}
            words={{
              categories: optionsOf(words.category, locale, form.held.category),
              regions: optionsOf(words.region, locale, form.held.region),
              organs: optionsOf(words.organ, locale, form.held.organ),
              measures: optionsOf(words.measure, locale),
            }}
            action={editCase}
          />
        </Panel>
      ) : (
        <CorrectionWay caseId={caseId} />
      )}
    </>
  );
}
