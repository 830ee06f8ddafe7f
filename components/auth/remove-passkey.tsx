"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";

type Answered = Result<null, never>;
export type PasskeyAct = (previous: Answered | null, form: FormData) => Promise<Answered>;

export function RemovePasskey({ id, action }: { id: string; action: PasskeyAct }) {
  const [result, send] = useActionState(action, null);
  const t = useTranslations("auth.passkey");
  const error = useFieldError(result);
  return (
    <KeptForm action={send} className="flex flex-col gap-4">
      <Answer result={result} labels={{ password: t("password") }} idOf={() => `remove-${id}`} />
      <input type="hidden" name="id" value={id} />
      <TextField
        id={`remove-${id}`}
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        error={error("password")}
        required
      />
      <div>
        <SubmitButton kind="danger">{t("remove.button")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
