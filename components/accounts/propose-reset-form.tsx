"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { AccountAnswer } from "./account-answer";
import type { FormAct } from "./types";

export function ProposeResetForm({
  action,
  accountId,
}: {
  action: FormAct<{ reset: string }>;
  accountId: string;
}) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("accounts");
  return (
    <KeptForm action={send} className="flex flex-col gap-4">
      <AccountAnswer
        result={result}
        labels={{ reason: t("field.reason") }}
        idOf={() => "reset-reason"}
        done={t("proposed")}
      />
      <input type="hidden" name="accountId" value={accountId} />
      <TextAreaField
        id="reset-reason"
        name="reason"
        label={t("field.reason")}
        hint={t("security.reset.reasonHint")}
        rows={2}
        maxLength={500}
        error={error("reason")}
        required
      />
      <div>
        <SubmitButton>{t("propose")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
