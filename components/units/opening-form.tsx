"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { Answer } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Result } from "@/lib/result";
import type { EditRefusal } from "@/lib/units/view";
import { EditRefusalText } from "./edit-refusal";

type Opened = Result<{ proceeding: string }, EditRefusal>;
export type OpeningAct = (previous: Opened | null, form: FormData) => Promise<Opened>;

type Props = {
  fileId: string;
  requestKey: string;
  act: "attest" | "open";
  action: OpeningAct;
  children: ReactNode;
};

export function OpeningForm({ fileId, requestKey, act, action, children }: Props) {
  const t = useTranslations("files.question");
  const router = useRouter();
  // Not in an effect: with the answer comes the page on which this form no longer stands.
  const [result, send] = useActionState(async (previous: Opened | null, form: FormData) => {
    const answer = await action(previous, form);
    if (answer.ok) router.push(`/proceedings/${answer.value.proceeding}`);
    return answer;
  }, null);
  return (
    <KeptForm action={send}>
      <Answer result={result} labels={{}} refusal={(refusal) => <EditRefusalText refusal={refusal} />} />
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="key" value={requestKey} />
      <input type="hidden" name="act" value={act} />
      <ActRow>
        <SubmitButton>{t(act === "attest" ? "attest.submit" : "open.submit")}</SubmitButton>
        {children}
      </ActRow>
    </KeptForm>
  );
}
