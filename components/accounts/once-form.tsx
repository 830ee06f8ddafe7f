"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ButtonKind } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { AccountAnswer } from "./account-answer";
import { OneTimePassword } from "./one-time-password";
import type { FormAct } from "./types";

export type HandedOver = { password: string } | { code: string };
type OnceFormProps = {
  action: FormAct<HandedOver>;
  fields: Record<string, string>;
  label: string;
  kind: ButtonKind;
};

/** An act that answers with something to hand over, shown this one time. */
export function OnceForm({ action, fields, label, kind }: OnceFormProps) {
  const [result, send] = useActionState(action, null);
  const t = useTranslations("accounts.oneTime");
  if (result?.ok) {
    const { value } = result;
    return "password" in value ? (
      <OneTimePassword secret={value.password} title={t("title")} text={t("text")} />
    ) : (
      <OneTimePassword secret={value.code} title={t("codeTitle")} text={t("codeText")} />
    );
  }
  return (
    <form action={send} className="min-w-0">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AccountAnswer result={result} />
      <SubmitButton kind={kind}>{label}</SubmitButton>
    </form>
  );
}
