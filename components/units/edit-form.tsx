"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, type ReactNode } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { ButtonLink } from "@/components/ui/button";
import { KeptForm } from "@/components/ui/kept-form";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Result } from "@/lib/result";
import type { Edited, EditRefusal } from "@/lib/units/view";
import { EditRefusalText } from "./edit-refusal";

export type Answered = Result<Edited, EditRefusal>;
export type EditAct = (previous: Answered | null, form: FormData) => Promise<Answered>;

type EditFormProps = {
  action: EditAct;
  /** Where the page goes when it is saved; what was voided is told there. */
  back: string;
  saved: string;
  submit: ReactNode;
  labels: Record<string, string>;
  children: (error: (field: string) => string | undefined) => ReactNode;
};

/** A form that edits one thing: errors beside the controls, what is there now when somebody was first. */
export function EditForm({ action, back, saved, submit, labels, children }: EditFormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const router = useRouter();
  const t = useTranslations("files");
  const voided = result?.ok ? result.value.voided : null;
  useEffect(() => {
    if (voided === null) return;
    const mark = new URLSearchParams({ saved, ...(voided > 0 && { voided: String(voided) }) });
    router.replace(`${back}${back.includes("?") ? "&" : "?"}${mark}`, { scroll: false });
  }, [voided, back, saved, router]);
  return (
    <KeptForm action={send} className="flex flex-col gap-5">
      <Answer result={result} labels={labels} refusal={(refusal) => <EditRefusalText refusal={refusal} />} />
      {children(error)}
      <ActRow>
        <SubmitButton>{submit}</SubmitButton>
        <ButtonLink kind="ghost" href={back} scroll={false}>
          {t("cancel")}
        </ButtonLink>
      </ActRow>
    </KeptForm>
  );
}
