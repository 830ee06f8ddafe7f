"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Answer, useFieldError } from "@/components/ui/answer";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import { ActField } from "./act-fields";
import type { FormSpec } from "./form-parts";
import type { PreparePasskey } from "@/components/auth/touch-passkey";
import { RefusedNote } from "./refused-note";
import { useAct } from "./use-act";

type SignFormProps = {
  spec: FormSpec;
  label: string;
  home: string;
  answersFor: string;
  action: FormAction<ActDone>;
  /** Where the signer has a passkey: what it is to be asked for. Otherwise the password is asked for again. */
  prepare?: PreparePasskey;
};

/** What the signature needs besides the statement: reasons where the law asks for them, and who signs. */
export function SignForm({ spec, label, home, answersFor, action, prepare }: SignFormProps) {
  const t = useTranslations("acts");
  const router = useRouter();
  const { result, submit, pending } = useAct(action, spec.stamp.key ?? "", {
    onDone: ({ proceeding, signature }) => router.push(`/proceedings/${proceeding}/receipt/${signature}`),
    prepare,
  });
  const error = useFieldError(result);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Answer
        result={result}
        labels={{ password: t("field.password"), assertion: t("field.passkey") }}
        refusal={(told) => <RefusedNote told={told} />}
        done={t("done")}
      />
      {Object.entries(spec.stamp).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {spec.fields.map((field) => (
        <ActField key={field} field={field} choices={spec.choices} error={error} prefix="sign" />
      ))}
      {!prepare && (
        <TextField
          name="password"
          type="password"
          label={t("field.password")}
          hint={t("hint.password")}
          autoComplete="current-password"
          inputClassName="max-w-80"
          error={error("password")}
          required
        />
      )}
      <p className="max-w-[62ch] text-[0.875rem] text-soft">{answersFor}</p>
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton id="assertion" pending={pending || result?.ok === true}>
          {prepare ? t("withPasskey", { act: label }) : label}
        </SubmitButton>
        <ButtonLink kind="ghost" href={home}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
