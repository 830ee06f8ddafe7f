"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";
import { askPasskey } from "./touch-passkey";

type Answered = Result<null, never>;
type CodeFormProps = {
  to: string;
  action: (form: FormData) => Promise<Answered>;
  /** Where the person has a passkey: what it is to be asked for. */
  prepare?: (asked: Record<string, never>) => Promise<Result<PublicKeyCredentialRequestOptionsJSON, never>>;
};

/** The second half of signing in: a code, or a touch of the passkey. */
export function CodeForm({ to, action, prepare }: CodeFormProps) {
  const t = useTranslations("auth.code");
  const [result, send, pending] = useActionState(
    async (_: Answered | null, form: FormData): Promise<Answered> => {
      if (form.get("by") === "passkey" && prepare) {
        const prepared = await prepare({});
        if (!prepared.ok) return prepared;
        const answer = await askPasskey(prepared.value);
        if (!answer) return { ok: false, kind: "input", fields: { code: "passkeyCancelled" } };
        form.set("assertion", answer);
      }
      return action(form);
    },
    null,
  );
  const error = useFieldError(result);
  const byPasskey = (): void => {
    const form = new FormData();
    form.set("to", to);
    form.set("by", "passkey");
    startTransition(() => send(form));
  };
  return (
    <KeptForm action={send} className="flex flex-col gap-5">
      <Answer result={result} labels={{ code: t("label") }} />
      <input type="hidden" name="to" value={to} />
      <TextField
        name="code"
        label={t("label")}
        hint={t("hint")}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        inputClassName="max-w-52"
        error={error("code")}
      />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton pending={pending}>{t("submit")}</SubmitButton>
        {prepare && (
          <Button kind="ghost" type="button" onClick={byPasskey}>
            {t("passkey")}
          </Button>
        )}
      </div>
    </KeptForm>
  );
}
