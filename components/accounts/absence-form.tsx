"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { AccountAnswer } from "./account-answer";
import type { FormAct } from "./types";

export function AbsenceForm({ action, accountId }: { action: FormAct; accountId: string }) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("accounts");
  const labels = { from: t("field.absentFrom"), to: t("field.absentTo"), reason: t("field.reason") };
  return (
    <KeptForm action={send} className="flex flex-col gap-4">
      <input type="hidden" name="accountId" value={accountId} />
      <AccountAnswer
        result={result}
        labels={labels}
        idOf={(field) => `absent-${field}`}
        done={t("absence.done")}
      />
      <div className="flex flex-wrap gap-4">
        <TextField
          id="absent-from"
          name="from"
          type="date"
          label={labels.from}
          error={error("from")}
          required
        />
        <TextField id="absent-to" name="to" type="date" label={labels.to} error={error("to")} required />
      </div>
      <TextField
        id="absent-reason"
        name="reason"
        label={labels.reason}
        maxLength={300}
        error={error("reason")}
        required
      />
      <div>
        <SubmitButton kind="ghost">{t("absence.submit")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
