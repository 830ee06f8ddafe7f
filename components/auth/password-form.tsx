"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";

type Answered = Result<null, never>;
type PasswordFormProps = {
  action: (previous: Answered | null, form: FormData) => Promise<Answered>;
  /** Not asked of somebody who has just signed in with a password that was handed over. */
  asksCurrent: boolean;
};

export function PasswordForm({ action, asksCurrent }: PasswordFormProps) {
  const [result, send] = useActionState(action, null);
  const t = useTranslations("auth.password");
  const error = useFieldError(result);
  const labels = { current: t("current"), password: t("new"), again: t("again") };
  const box = { type: "password", maxLength: 200, inputClassName: "max-w-80", required: true } as const;
  return (
    <KeptForm action={send} className="flex flex-col gap-5">
      <Answer result={result} labels={labels} done={t("done")} />
      {asksCurrent && (
        <TextField
          name="current"
          label={labels.current}
          autoComplete="current-password"
          error={error("current")}
          {...box}
        />
      )}
      <TextField
        name="password"
        label={labels.password}
        hint={t("hint")}
        autoComplete="new-password"
        error={error("password")}
        {...box}
      />
      <TextField
        name="again"
        label={labels.again}
        autoComplete="new-password"
        error={error("again")}
        {...box}
      />
      <div>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
