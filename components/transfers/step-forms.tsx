"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Disclosure } from "@/components/accounts/disclosure";
import { useFieldError } from "@/components/ui/answer";
import { SelectField } from "@/components/ui/choice-field";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { transferReasons } from "@/lib/law/transferring";
import { TransferAnswer } from "./transfer-answer";
import type { TransferActing } from "./types";

type StepFormProps = { action: TransferActing; id: string; shown: number };

export function AcceptForm({ action, id, shown }: StepFormProps) {
  const [result, send] = useActionState(action, null);
  const t = useTranslations("transfers.step");
  return (
    <form action={send} className="mt-2 flex flex-col gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="shown" value={shown} />
      <p className="max-w-[62ch] text-soft">{t("acceptLead")}</p>
      <TransferAnswer result={result} />
      <div>
        <SubmitButton>{t("accept")}</SubmitButton>
      </div>
    </form>
  );
}

/** A step that needs its reason, by code and in words; opened when it is wanted. */
export function ReasonForm({ action, id, shown, step }: StepFormProps & { step: "return" | "withdraw" }) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("transfers");
  const labels = { reasonCode: t("field.reasonCode"), reasonText: t("field.reasonText") };
  const idOf = (name: string) => `${step}-${name}`;
  return (
    <Disclosure title={t(`step.${step}`)}>
      <KeptForm action={send} className="flex flex-col gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="shown" value={shown} />
        <p className="max-w-[62ch] text-soft">{t(`step.${step}Lead`)}</p>
        <TransferAnswer result={result} labels={labels} idOf={idOf} />
        <SelectField
          id={idOf("reasonCode")}
          name="reasonCode"
          label={labels.reasonCode}
          choices={transferReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          empty={t("field.choose")}
          error={error("reasonCode")}
          required
        />
        <TextAreaField
          id={idOf("reasonText")}
          name="reasonText"
          rows={3}
          label={labels.reasonText}
          error={error("reasonText")}
          required
        />
        <div>
          <SubmitButton kind="ghost">{t(`step.${step}`)}</SubmitButton>
        </div>
      </KeptForm>
    </Disclosure>
  );
}
