"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { SelectField } from "@/components/ui/choice-field";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { IntakeRefusal, Settled } from "@/lib/intake/view-standing";
import type { MappedColumn } from "@/lib/intake/view";
import type { Result } from "@/lib/result";

type Answered = Result<Settled, IntakeRefusal>;
type MappingFormProps = {
  id: string;
  /** Under which the mapping was kept; null: it was not. */
  name: string | null;
  columns: MappedColumn[];
  /** The columns of the import table, in the reader's words. */
  choices: { value: string; label: string }[];
  act: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

/** Which column each heading of the table is, with some of its cells; kept under a name it is used by itself the next time. */
export function MappingForm({ id, name, columns, choices, act }: MappingFormProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("intake");
  return (
    <form action={send} className="no-print mt-3 flex flex-col gap-4">
      <Answer
        result={result}
        labels={{ name: t("mapping.name"), columns: t("mapping.title") }}
        idOf={(field) => (field === "columns" ? "column-0" : field)}
        refusal={({ condition }) => t(`accept.${condition}`)}
      />
      <input type="hidden" name="id" value={id} />
      <ol className="flex max-w-200 flex-col">
        {columns.map(({ heading, samples, column }, at) => (
          <li key={at} className="border-t border-rule py-3">
            <SelectField
              name="columns[]"
              id={`column-${at}`}
              label={<span className="wrap-anywhere">{heading}</span>}
              hint={<span className="wrap-anywhere">{samples.join(" · ") || t("empty")}</span>}
              empty={t("mapping.unread")}
              defaultValue={column ?? ""}
              choices={choices}
            />
          </li>
        ))}
      </ol>
      <TextField
        name="name"
        label={t("mapping.name")}
        hint={t("mapping.nameHint")}
        optional
        defaultValue={name ?? ""}
        maxLength={80}
        autoComplete="off"
      />
      <ActRow>
        <SubmitButton>{t("mapping.submit")}</SubmitButton>
      </ActRow>
    </form>
  );
}
