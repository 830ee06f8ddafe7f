"use client";

import {
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";
import { askPasskey } from "./touch-passkey";

type Act<V> = (form: FormData) => Promise<Result<V, never>>;
export type PasskeyActs = {
  start: Act<PublicKeyCredentialCreationOptionsJSON>;
  vouch: Act<PublicKeyCredentialRequestOptionsJSON>;
  keep: Act<null>;
};
type Answered = Result<null, never> | null;

const no = (passkey: string): Answered => ({ ok: false, kind: "input", fields: { passkey } });

/** Makes a passkey: the password and a code for the first one; for another, a touch of one that is there. */
export function AddPasskey({ first, start, vouch, keep }: PasskeyActs & { first: boolean }) {
  const t = useTranslations("auth.passkey");
  const [result, send, pending] = useActionState(make, null);
  const error = useFieldError(result);
  async function make(_: Answered, form: FormData): Promise<Answered> {
    const begun = await start(form);
    if (!begun.ok) return begun;
    const made = await create(begun.value);
    if (!made) return no("passkeyCancelled");
    const kept = new FormData();
    kept.set("response", made);
    if (!first) {
      const asked = await vouch(kept);
      if (!asked.ok) return asked;
      const answer = await askPasskey(asked.value);
      if (!answer) return no("passkeyCancelled");
      kept.set("assertion", answer);
    }
    const label = form.get("label");
    kept.set("label", typeof label === "string" ? label : "");
    return keep(kept);
  }
  return (
    <KeptForm key={result?.ok ? "made" : "asked"} action={send} className="flex flex-col gap-4">
      <Answer
        result={result}
        labels={{ label: t("label"), password: t("password"), code: t("code") }}
        idOf={idOf}
        done={t("made")}
      />
      <TextField
        id={idOf("label")}
        name="label"
        label={t("label")}
        hint={t("labelHint")}
        maxLength={60}
        inputClassName="max-w-80"
        error={error("label")}
        required
      />
      <TextField
        id={idOf("password")}
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        inputClassName="max-w-80"
        error={error("password")}
        required
      />
      {first && (
        <TextField
          id={idOf("code")}
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputClassName="max-w-80"
          error={error("code")}
          required
        />
      )}
      <div>
        <SubmitButton id="passkey-passkey" pending={pending}>
          {t(first ? "makeFirst" : "makeNext")}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}

const idOf = (field: string): string => `passkey-${field}`;

/** What the browser made, as JSON; null where the person let it be. */
async function create(options: PublicKeyCredentialCreationOptionsJSON): Promise<string | null> {
  try {
    return JSON.stringify(await startRegistration({ optionsJSON: options }));
  } catch {
    return null;
  }
}
