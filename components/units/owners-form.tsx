"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/choice-field";
import type { FileShown, Voids } from "@/lib/units/view";
import { EditForm, type EditAct } from "./edit-form";
import { VoidsNotice } from "./voids-notice";

export type Option = { value: string; label: string };
type Props = {
  file: Pick<FileShown, "id" | "version" | "grade" | "owners">;
  voids: Voids;
  grades: Option[];
  agencies: Option[];
  action: EditAct;
};

export function OwnersForm({ file, voids, grades, agencies, action }: Props) {
  const t = useTranslations("files");
  const held = new Set(file.owners.map((owner) => owner.id));
  return (
    <EditForm
      action={action}
      back={`/files/${file.id}`}
      saved="owners"
      submit={t("owners.submit")}
      labels={{ grade: t("field.grade"), owners: t("field.owners") }}
    >
      {(error) => (
        <>
          <input type="hidden" name="fileId" value={file.id} />
          <input type="hidden" name="version" value={file.version} />
          <VoidsNotice voids={voids} />
          <SelectField
            name="grade"
            label={t("field.grade")}
            hint={t("owners.gradeHint")}
            error={error("grade")}
            defaultValue={file.grade ?? ""}
            empty={t("noGrade")}
            choices={grades}
          />
          <fieldset>
            <legend className="mb-1 font-semibold">{t("field.owners")}</legend>
            <p className="mb-1.5 text-small text-soft">{t("owners.hint")}</p>
            {agencies.map((agency) => (
              <label key={agency.value} className="flex min-h-8 items-start gap-2.5">
                <input
                  type="checkbox"
                  name="owners"
                  value={agency.value}
                  defaultChecked={held.has(agency.value)}
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                />
                <span>{agency.label}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </EditForm>
  );
}
