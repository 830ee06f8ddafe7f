"use client";

import { useTranslations } from "next-intl";
import { EditForm, type EditAct } from "@/components/units/edit-form";
import { VoidsNotice } from "@/components/units/voids-notice";
import type { CaseHeld } from "@/lib/people/view";
import type { Voids } from "@/lib/units/view";
import { EpisodeFields, type EpisodeWords } from "./episode-fields";

type CaseFormProps = { caseId: string; held: CaseHeld; voids: Voids; words: EpisodeWords; action: EditAct };

export function CaseForm({ caseId, held, voids, words, action }: CaseFormProps) {
  const t = useTranslations("register");
  const names = ["episode", "organText", "dateText", "charges", "measures"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <EditForm action={action} back={`/cases/${caseId}`} saved="row" submit={t("save")} labels={labels}>
      {(error) => (
        <>
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="version" value={held.version} />
          <VoidsNotice voids={voids} />
          <EpisodeFields held={held} words={words} error={error} />
        </>
      )}
    </EditForm>
  );
}
