"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { SelectField } from "@/components/ui/choice-field";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { emptyItem, ItemFields, type TypedItem } from "./item-fields";
import { TransferAnswer } from "./transfer-answer";
import type { Answered, TransferActing } from "./types";

type Choice = { value: string; label: string };
export type TypedVersion = { title: string; basis: string; due: string; items: readonly TypedItem[] };

type AnnounceFormProps = {
  action: TransferActing;
  id: string;
  own: Choice[];
  others: Choice[];
  today: string;
};

/** A new transfer: between whom, what, how much, from which fonds, on what basis. */
export function AnnounceForm({ action, id, own, others, today }: AnnounceFormProps) {
  const router = useRouter();
  const [result, send] = useActionState(async (previous: Answered | null, form: FormData) => {
    const answer = await action(previous, form);
    if (answer.ok) router.push(`/transfers/${answer.value.id}`);
    return answer;
  }, null);
  const error = useFieldError(result);
  const t = useTranslations("transfers");
  return (
    <KeptForm action={send} className="flex flex-col gap-5">
      <input type="hidden" name="id" value={id} />
      <TransferAnswer result={result} labels={useLabels()} done={t("announce.done")} />
      <div className="grid max-w-200 gap-x-6 gap-y-5 sm:grid-cols-2">
        <SelectField name="fromId" label={t("field.from")} choices={own} error={error("fromId")} required />
        <SelectField
          name="toId"
          label={t("field.to")}
          choices={others}
          empty={t("field.choose")}
          error={error("toId")}
          required
        />
      </div>
      <SaidFields initial={{ title: "", basis: "", due: today, items: [emptyItem] }} error={error} />
      <TextField
        name="ownNumber"
        label={t("field.ownNumber")}
        error={error("ownNumber")}
        inputClassName="max-w-64"
        optional
      />
      <div>
        <SubmitButton>{t("announce.submit")}</SubmitButton>
      </div>
    </KeptForm>
  );
}

type AgainFormProps = { action: TransferActing; id: string; shown: number; said: TypedVersion };

/** What was returned, to be corrected and announced as the next version. */
export function AgainForm({ action, id, shown, said }: AgainFormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("transfers");
  return (
    <KeptForm action={send} className="flex flex-col gap-5">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="shown" value={shown} />
      <p className="text-soft">{t("announce.againLead")}</p>
      <TransferAnswer result={result} labels={useLabels()} done={t("announce.done")} />
      <SaidFields initial={said} error={error} />
      <div>
        <SubmitButton>{t("announce.again")}</SubmitButton>
      </div>
    </KeptForm>
  );
}

function useLabels(): Record<string, string> {
  const t = useTranslations("transfers.field");
  return {
    ...{ fromId: t("from"), toId: t("to"), ownNumber: t("ownNumber"), title: t("title") },
    ...{ basis: t("basis"), due: t("due"), items: t("items") },
  };
}

type SaidFieldsProps = { initial: TypedVersion; error: (field: string) => string | undefined };

function SaidFields({ initial, error }: SaidFieldsProps) {
  const t = useTranslations("transfers.field");
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        defaultValue={initial.title}
        error={error("title")}
        required
      />
      <TextAreaField
        name="basis"
        rows={2}
        label={t("basis")}
        hint={t("basisHint")}
        defaultValue={initial.basis}
        error={error("basis")}
        required
      />
      <TextField
        name="due"
        type="date"
        label={t("due")}
        defaultValue={initial.due}
        error={error("due")}
        inputClassName="max-w-48"
        required
      />
      <ItemFields initial={initial.items} error={error} />
    </>
  );
}
