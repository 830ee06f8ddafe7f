"use client";

import { Link } from "@/components/ui/link";
import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { SelectField } from "@/components/ui/choice-field";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { localeNames, locales } from "@/lib/i18n/locales";
import { AccountAnswer } from "./account-answer";
import { OneTimePassword } from "./one-time-password";
import type { FormAct } from "./types";

type Made = { accountId: string; password: string };

export function NewAccountForm({ action }: { action: FormAct<Made> }) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const t = useTranslations("accounts");
  const locale = useLocale();
  const labels = { name: t("field.name"), login: t("field.login"), locale: t("field.locale") };
  if (result?.ok) {
    return (
      <>
        <OneTimePassword secret={result.value.password} title={t("oneTime.title")} text={t("oneTime.text")} />
        <Link href={`/accounts/${result.value.accountId}`}>{t("new.next")}</Link>
      </>
    );
  }
  return (
    <KeptForm action={send} className="flex flex-col gap-5">
      <AccountAnswer result={result} labels={labels} />
      <TextField name="name" label={labels.name} hint={t("new.nameHint")} error={error("name")} required />
      <TextField
        name="login"
        label={labels.login}
        hint={t("new.loginHint")}
        error={error("login")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputClassName="max-w-80"
        required
      />
      <SelectField
        name="locale"
        label={labels.locale}
        defaultValue={locale}
        choices={locales.map((value) => ({ value, label: localeNames[value].full }))}
        error={error("locale")}
      />
      <div>
        <SubmitButton>{t("new.submit")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
