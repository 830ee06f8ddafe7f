"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TransferAnswer } from "./transfer-answer";
import type { TransferActing } from "./types";

/** One fonds to be counted: its name in the reader's language, and what the boxes begin with. */
export type Counting = Record<"name" | "files" | "sheets" | "materials" | "note", string> & { nth: number };

type CountFormProps = {
  action: TransferActing;
  id: string;
  shown: number;
  step: "receive" | "check";
  items: readonly Counting[];
};

/** What came, counted fonds by fonds. */
export function CountForm({ action, id, shown, step, items }: CountFormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("transfers");
  const fields = ["files", "sheets", "materials"] as const;
  const names = items.flatMap(({ name }, at) =>
    fields.map((field) => [`counts.${at}.${field}`, `${name}, ${t(`field.${field}`)}`] as const),
  );
  return (
    <KeptForm action={send} className="mt-3 flex flex-col gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="shown" value={shown} />
      <p className="text-soft">{t(`step.${step}Lead`)}</p>
      <TransferAnswer result={result} labels={{ ...Object.fromEntries(names), counts: t("field.counts") }} />
      {items.map((item, at) => (
        <fieldset
          key={item.nth}
          className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule pb-4"
        >
          <legend className="mb-1 font-semibold">{item.name}</legend>
          <input type="hidden" name={`counts.${at}.nth`} value={item.nth} />
          {fields.map((field) => (
            <TextField
              key={field}
              name={`counts.${at}.${field}`}
              label={t(`field.${field}`)}
              defaultValue={item[field]}
              error={error(`counts.${at}.${field}`)}
              inputMode="numeric"
              autoComplete="off"
              className="w-28"
            />
          ))}
          <TextField
            name={`counts.${at}.note`}
            label={t("field.note")}
            defaultValue={item.note}
            error={error(`counts.${at}.note`)}
            className="min-w-52 flex-1"
          />
        </fieldset>
      ))}
      <div>
        <SubmitButton>{t(`step.${step}`)}</SubmitButton>
      </div>
    </KeptForm>
  );
}
