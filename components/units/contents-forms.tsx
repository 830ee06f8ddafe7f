"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { CheckboxField, SelectField } from "@/components/ui/choice-field";
import { KeptForm } from "@/components/ui/kept-form";
import { SpecialLetters } from "@/components/ui/special-letters";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { mentionRoles } from "@/lib/law/words";
import type { MaterialRow, NamedHere } from "@/lib/units/view";
import type { EditAct } from "./edit-form";
import { EditRefusalText } from "./edit-refusal";
import type { Option } from "./owners-form";
import { UncertainDateField } from "./uncertain-date";

type FrameProps = {
  action: EditAct;
  labels: Record<string, string>;
  first: string;
  submit: ReactNode;
  children: (error: (field: string) => string | undefined) => ReactNode;
};

/** Adds one after another: after each the form is empty again and the first field has the focus. */
function RowForm({ action, labels, first, submit, children }: FrameProps) {
  const t = useTranslations("files");
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const box = useRef<HTMLDivElement>(null);
  const done = result?.ok ? result.value : null;
  useEffect(() => {
    if (done) box.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }, [done, first]);
  return (
    <div ref={box}>
      <Answer
        result={result}
        labels={labels}
        done={t("saved.row")}
        refusal={(refusal) => <EditRefusalText refusal={refusal} />}
      />
      <KeptForm key={done?.id} action={send} className="flex flex-col gap-4">
        {children(error)}
        <div>
          <SubmitButton>{submit}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}

type MaterialProps = {
  fileId: string;
  row: MaterialRow | null;
  sheets: string;
  graded: boolean;
  kinds: Option[];
  action: EditAct;
};

export function MaterialForm({ fileId, row, sheets, graded, kinds, action }: MaterialProps) {
  const t = useTranslations("files");
  const names = ["kind", "title", "dateText", "sheets", "hadGrade"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <RowForm
      action={action}
      labels={labels}
      first="kind"
      submit={t(row ? "materials.save" : "materials.add")}
    >
      {(error) => (
        <>
          <Hidden fileId={fileId} row={row} />
          <SelectField
            name="kind"
            label={labels.kind}
            error={error("kind")}
            defaultValue={row?.kind ?? ""}
            empty={t("spans.choose")}
            choices={kinds}
            required
          />
          <TextField
            name="title"
            label={labels.title}
            error={error("title")}
            defaultValue={row?.title}
            required
          />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <TextField
              name="sheets"
              label={labels.sheets}
              hint={t("materials.sheetsHint")}
              error={error("sheets")}
              defaultValue={sheets}
              inputClassName="max-w-48"
              autoComplete="off"
              required
            />
            <UncertainDateField
              name="dateText"
              label={labels.dateText}
              hint={t("date.hint")}
              error={error("dateText")}
              defaultValue={row?.dateText}
            />
          </div>
          <CheckboxField
            name="hadGrade"
            label={labels.hadGrade}
            defaultChecked={row ? row.hadGrade : graded}
          />
        </>
      )}
    </RowForm>
  );
}

type MentionProps = { fileId: string; row: NamedHere | null; sheet: string; action: EditAct };

export function MentionForm({ fileId, row, sheet, action }: MentionProps) {
  const t = useTranslations("files");
  const law = useTranslations("law.mentionRole");
  const names = ["name", "role", "access", "sheet", "note"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <RowForm action={action} labels={labels} first="name" submit={t(row ? "named.save" : "named.add")}>
      {(error) => (
        <>
          <Hidden fileId={fileId} row={row} />
          {row?.person && <input type="hidden" name="personId" value={row.person.id} />}
          <SpecialLetters old field="name" />
          <TextField
            name="name"
            label={labels.name}
            hint={t("named.nameHint")}
            error={error("name")}
            defaultValue={row?.name}
            inputClassName="serif"
            autoComplete="off"
            required
          />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <SelectField
              name="role"
              label={labels.role}
              error={error("role")}
              defaultValue={row?.role ?? "witness"}
              choices={mentionRoles.map((value) => ({ value, label: law(value) }))}
            />
            <SelectField
              name="access"
              label={labels.access}
              error={error("access")}
              defaultValue={row?.access ?? "closed"}
              choices={(["closed", "open"] as const).map((value) => ({
                value,
                label: t(`named.access.${value}`),
              }))}
            />
            <TextField
              name="sheet"
              label={labels.sheet}
              error={error("sheet")}
              defaultValue={sheet}
              inputClassName="max-w-32"
              autoComplete="off"
              optional
            />
          </div>
          <TextField
            name="note"
            label={labels.note}
            error={error("note")}
            defaultValue={row?.note ?? ""}
            optional
          />
        </>
      )}
    </RowForm>
  );
}

const Hidden = ({ fileId, row }: { fileId: string; row: { id: string; stamp: string } | null }) => (
  <>
    <input type="hidden" name="fileId" value={fileId} />
    <input type="hidden" name="id" value={row?.id ?? ""} />
    <input type="hidden" name="stamp" value={row?.stamp ?? ""} />
  </>
);
