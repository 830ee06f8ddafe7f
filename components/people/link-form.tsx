"use client";

import { useTranslations } from "next-intl";
import { EditForm, type EditAct } from "@/components/units/edit-form";
import { RadioGroup } from "@/components/ui/choice-field";
import type { PersonRow } from "@/lib/people/view";

type LinkFormProps = { fileId: string; people: PersonRow[]; action: EditAct };

/** One case of one of these people; required is its investigative file or what replaces it. */
export function LinkForm({ fileId, people, action }: LinkFormProps) {
  const t = useTranslations("people.link");
  const law = useTranslations("law.stage");
  const cases = people.flatMap((person) =>
    person.cases.map((one) => ({
      value: one.id,
      label: <b className="font-serif">{person.name}</b>,
      hint: [person.birthText, one.dateText, law(one.stage)].filter(Boolean).join(" · "),
    })),
  );
  return (
    <EditForm
      action={action}
      back={`/files/${fileId}?tab=cases`}
      saved="link"
      submit={t("submit")}
      labels={{ caseId: t("case"), bond: t("bond") }}
    >
      {(error) => (
        <>
          <input type="hidden" name="fileId" value={fileId} />
          <RadioGroup name="caseId" label={t("case")} choices={cases} error={error("caseId")} />
          <RadioGroup
            name="bond"
            label={t("bond")}
            error={error("bond")}
            defaultValue="supporting"
            choices={(["required", "supporting"] as const).map((value) => ({
              value,
              label: t(`${value}.label`),
              hint: t(`${value}.hint`),
            }))}
          />
        </>
      )}
    </EditForm>
  );
}
