"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, type ReactNode } from "react";
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
  const [result, send] = useActionState(action, null);
  const t = useTranslations("files.question");
  const router = useRouter();
  const proceeding = result?.ok ? result.value.proceeding : null;
  useEffect(() => {
    if (proceeding) router.push(`/proceedings/${proceeding}`);
  }, [proceeding, router]);
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
