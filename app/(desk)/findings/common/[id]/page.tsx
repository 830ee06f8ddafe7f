import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CommonEditor } from "@/components/findings/common-editor";
import { CommonHead } from "@/components/findings/common-head";
import { CommonRead } from "@/components/findings/common-read";
import { CommonSubmit } from "@/components/findings/common-submit";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/actor";
import { newKey } from "@/lib/cases/view-key";
import { readCommon } from "@/lib/findings/read-own";
import { findingWords } from "@/lib/findings/sentences";
import { commonOf } from "@/lib/findings/view-editor";
import { releaseCommon, reviseCommon, saveCommon, submitFindings } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("common.partTitle") };
}

/** A common finding: written, released, and submitted for the cases of its list. */
export default async function CommonPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/findings/common/${id}`);
  const [common, law, locale, t] = await Promise.all([
    readCommon(actor, id),
    getTranslations("law"),
    getLocale(),
    getTranslations("findings.list"),
  ]);
  if (!common) notFound();
  const words = findingWords(law);
  const { writable, sheets, given } = commonOf(common, locale);
  return (
    <>
      <CommonHead common={common} revise={reviseCommon} />
      {common.released && (
        <Panel title={t("title")}>
          <p className="mb-4 max-w-160 text-soft">{t("lead", { number: common.released.number })}</p>
          <CommonSubmit
            {...{ findingId: id, cases: common.cases, sheets, words, submitKey: newKey() }}
            submit={submitFindings}
          />
        </Panel>
      )}
      {writable ? (
        <CommonEditor
          {...given}
          key={given.versionId}
          words={words}
          save={saveCommon}
          release={releaseCommon}
        />
      ) : (
        <CommonRead claims={given.draft.claims} file={common.file} words={words} />
      )}
    </>
  );
}
