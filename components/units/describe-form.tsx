"use client";

import { useTranslations } from "next-intl";
import { SpecialLetters } from "@/components/ui/special-letters";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { describedAreas, type FileShown } from "@/lib/units/view";
import { EditForm, type EditAct } from "./edit-form";
import { UncertainDateField } from "./uncertain-date";

type Props = {
  file: Pick<FileShown, "id" | "unitVersion" | "title" | "dateText" | "extent" | "stamps" | "description">;
  action: EditAct;
};

/** Title, dates and old stamps as they stand on the cover; the areas of ISAD(G) below, the rarer ones folded. */
export function DescribeForm({ file, action }: Props) {
  const t = useTranslations("files");
  const labels = Object.fromEntries(
    ["title", "dateText", "extent", "stamps", ...describedAreas].map((name) => [name, t(`field.${name}`)]),
  );
  const often = ["scope", "custody", "note"] as const;
  const area = (name: (typeof describedAreas)[number], error?: string) => (
    <TextAreaField
      key={name}
      name={name}
      label={t(`field.${name}`)}
      defaultValue={file.description[name]}
      error={error}
      rows={2}
      optional
    />
  );
  const rare = describedAreas.filter((name) => !often.some((one) => one === name));
  return (
    <EditForm
      action={action}
      back={`/files/${file.id}`}
      saved="describe"
      submit={t("describe.submit")}
      labels={labels}
    >
      {(error) => (
        <>
          <input type="hidden" name="fileId" value={file.id} />
          <input type="hidden" name="version" value={file.unitVersion} />
          <SpecialLetters old field="title" />
          <TextAreaField
            name="title"
            label={t("field.title")}
            hint={t("describe.titleHint")}
            defaultValue={file.title}
            error={error("title")}
            inputClassName="serif"
            rows={2}
            required
          />
          <UncertainDateField
            name="dateText"
            label={t("field.dateText")}
            hint={t("date.hint")}
            defaultValue={file.dateText}
            error={error("dateText")}
          />
          <TextField
            name="stamps"
            label={t("field.stamps")}
            hint={t("describe.stampsHint")}
            defaultValue={file.stamps ?? ""}
            error={error("stamps")}
            optional
          />
          <TextField
            name="extent"
            label={t("field.extent")}
            defaultValue={file.extent ?? ""}
            error={error("extent")}
            optional
          />
          {often.map((name) => area(name, error(name)))}
          <details open={rare.some((name) => file.description[name] || error(name))}>
            <summary className="mb-3 font-semibold text-accent">{t("describe.more")}</summary>
            <div className="flex flex-col gap-5">{rare.map((name) => area(name, error(name)))}</div>
          </details>
        </>
      )}
    </EditForm>
  );
}
