"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { AccountAnswer } from "./account-answer";
import { OneTimePassword } from "./one-time-password";
import type { FormAct } from "./types";

type ResetPasswordFormProps = { action: FormAct<{ password: string }>; accountId: string };

export function ResetPasswordForm({ action, accountId }: ResetPasswordFormProps) {
  const [result, send] = useActionState(action, null);
  const t = useTranslations("accounts.act");
  return (
    <form action={send}>
      <input type="hidden" name="accountId" value={accountId} />
      {result?.ok ? (
        <OneTimePassword password={result.value.password} />
      ) : (
        <>
          <AccountAnswer result={result} />
          <SubmitButton kind="ghost">{t("reset")}</SubmitButton>
        </>
      )}
    </form>
  );
}
