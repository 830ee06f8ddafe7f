"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { EditRefusalText } from "@/components/units/edit-refusal";
import type { EditAct } from "@/components/units/edit-form";
import { Answer, useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";

type Props = { fileId: string; position: number; action: EditAct };

/** A closed sheet is opened for a purpose, which stays in the history with the name. */
export function PurposeForm({ fileId, position, action }: Props) {
  const t = useTranslations("files.viewer");
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const router = useRouter();
  const opened = result?.ok === true;
  useEffect(() => {
    if (opened) router.refresh();
  }, [opened, router]);
  return (
    <KeptForm action={send} className="mt-4 flex flex-col gap-4">
      <Answer
        result={result}
        labels={{ purpose: t("purpose") }}
        refusal={(refusal) => <EditRefusalText refusal={refusal} />}
      />
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="position" value={position} />
      <TextAreaField
        name="purpose"
        label={t("purpose")}
        hint={t("purposeHint")}
        error={error("purpose")}
        rows={2}
        required
      />
      <div>
        <SubmitButton>{t("open")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
