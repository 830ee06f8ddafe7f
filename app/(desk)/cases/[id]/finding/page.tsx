import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FindingEditor } from "@/components/findings/finding-editor";
import { FindingHead } from "@/components/findings/finding-head";
import { NotWritable } from "@/components/findings/not-writable";
import { OpenDraft } from "@/components/findings/open-draft";
import { requireActor } from "@/lib/auth/actor";
import { readEditing } from "@/lib/findings/read";
import { findingWords } from "@/lib/findings/sentences";
import { editorOf } from "@/lib/findings/view-editor";
import { openDraft, saveDraft, submitFinding } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("title") };
}

/** The finding of a case, written by its assigned author while the case is studied. */
export default async function FindingPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/cases/${id}/finding`);
  const [editing, law, locale] = await Promise.all([
    readEditing(actor, id),
    getTranslations("law"),
    getLocale(),
  ]);
  if (!editing) notFound();
  const words = findingWords(law);
  const given = editing.draft && editorOf(editing, editing.draft, locale);
  return (
    <>
      <FindingHead editing={editing} />
      {!editing.writable && <NotWritable editing={editing} />}
      {editing.writable && !given && <OpenDraft caseId={id} words={words} open={openDraft} />}
      {given && (
        <FindingEditor
          {...given}
          key={given.versionId}
          words={words}
          save={saveDraft}
          submit={submitFinding}
        />
      )}
    </>
  );
}
