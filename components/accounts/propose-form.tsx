"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { useFieldError } from "@/components/ui/answer";
import { SelectField, type Choice } from "@/components/ui/choice-field";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { AccountAnswer } from "./account-answer";
import type { FormAct } from "./types";

type Select = { name: string; label: string; choices: (Choice & { label: string })[] };
type ProposeFormProps = {
  action: FormAct<{ id: string }>;
  accountId: string;
  selects: Select[];
  /** A delegation always ends; the others may be open. */
  endsAlways?: boolean;
  lead?: ReactNode;
};

/** What is proposed (one or two lists to choose from), under which act, from when to when. */
export function ProposeForm({ action, accountId, selects, endsAlways, lead }: ProposeFormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("accounts");
  const dates = { from: t("field.from"), to: t("field.to") };
  const labels = Object.fromEntries(selects.map(({ name, label }) => [name, label]));
  // Three of these forms stand on one page.
  const idOf = (name: string) => `${selects[0]?.name ?? "grant"}-${name}`;
  return (
    <KeptForm key={result?.ok ? result.value.id : "new"} action={send} className="flex flex-col gap-4">
      <input type="hidden" name="accountId" value={accountId} />
      {lead != null && <p className="text-soft">{lead}</p>}
      <AccountAnswer
        result={result}
        labels={{ ...labels, ...dates, act: t("field.act") }}
        idOf={idOf}
        done={t("proposed")}
      />
      {selects.map((select) => (
        <SelectField
          key={select.name}
          id={idOf(select.name)}
          {...select}
          empty={t("choose")}
          error={error(select.name)}
          required
        />
      ))}
      <TextField
        id={idOf("act")}
        name="act"
        label={t("field.act")}
        hint={t("actHint")}
        error={error("act")}
        required
      />
      <div className="flex flex-wrap gap-4">
        <TextField
          id={idOf("from")}
          name="from"
          type="date"
          label={dates.from}
          error={error("from")}
          required
        />
        <TextField
          id={idOf("to")}
          name="to"
          type="date"
          label={dates.to}
          error={error("to")}
          optional={!endsAlways}
          required={endsAlways}
        />
      </div>
      <div>
        <SubmitButton>{t("propose")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
