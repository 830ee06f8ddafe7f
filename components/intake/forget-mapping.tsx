"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MappingRefusal } from "@/lib/intake/view";
import type { Result } from "@/lib/result";

type Answered = Result<{ id: string }, MappingRefusal>;
type ForgetMappingProps = {
  id: string;
  act: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

export function ForgetMapping({ id, act }: ForgetMappingProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("intake.mappings");
  return (
    <form action={send} className="flex flex-col gap-4">
      <Answer result={result} labels={{}} refusal={({ condition }) => t(`refusal.${condition}`)} />
      <input type="hidden" name="id" value={id} />
      <div>
        <SubmitButton kind="danger">{t("forget.button")}</SubmitButton>
      </div>
    </form>
  );
}
