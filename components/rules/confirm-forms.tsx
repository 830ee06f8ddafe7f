"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Disclosure } from "@/components/accounts/disclosure";
import { useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { RuleAnswer, type RuleAction } from "./rule-answer";

type FormProps = { action: RuleAction; version: number };

/** The second person's part: their password again, over what stands above. */
export function ConfirmForm({ action, version }: FormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("rules.waiting");
  return (
    <KeptForm action={send} className="mt-4 flex flex-col gap-4">
      <input type="hidden" name="version" value={version} />
      <RuleAnswer result={result} labels={{ password: t("password") }} done={t("done")} />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="current-password"
        inputClassName="max-w-80"
        error={error("password")}
        required
      />
      <p className="max-w-[62ch] text-[0.875rem] text-soft">{t("consequence")}</p>
      <div>
        <SubmitButton>{t("confirm")}</SubmitButton>
      </div>
    </KeptForm>
  );
}

export function WithdrawForm({ action, version }: FormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("rules.waiting");
  return (
    <Disclosure title={t("withdraw")}>
      <KeptForm action={send} className="flex flex-col gap-4">
        <input type="hidden" name="version" value={version} />
        <RuleAnswer result={result} labels={{ reason: t("withdrawReason") }} done={t("withdrawn")} />
        <TextAreaField name="reason" label={t("withdrawReason")} rows={2} error={error("reason")} required />
        <div>
          <SubmitButton kind="ghost">{t("withdraw")}</SubmitButton>
        </div>
      </KeptForm>
    </Disclosure>
  );
}
