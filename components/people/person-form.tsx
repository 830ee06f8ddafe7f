"use client";

import { useTranslations } from "next-intl";
import { EditForm, type EditAct } from "@/components/units/edit-form";
import { VoidsNotice } from "@/components/units/voids-notice";
import type { PersonShown } from "@/lib/people/view";
import type { Voids } from "@/lib/units/view";
import { IdentityFields } from "./identity-fields";
import type { Option } from "./word-field";

type PersonFormProps = { person: PersonShown; voids: Voids; nationalities: Option[]; action: EditAct };

export function PersonForm({ person, voids, nationalities, action }: PersonFormProps) {
  const t = useTranslations("register");
  const names = [
    "name",
    "surname",
    "given",
    "patronymic",
    "variants",
    "birthText",
    "birthPlace",
    "deathText",
  ] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <EditForm action={action} back={`/people/${person.id}`} saved="row" submit={t("save")} labels={labels}>
      {(error) => (
        <>
          <input type="hidden" name="personId" value={person.id} />
          <input type="hidden" name="version" value={person.version} />
          <VoidsNotice voids={voids} />
          <IdentityFields held={person} nationalities={nationalities} error={error} />
        </>
      )}
    </EditForm>
  );
}
