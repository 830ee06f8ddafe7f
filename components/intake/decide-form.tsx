"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Answer } from "@/components/ui/answer";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import type { IntakeRefusal, Settled } from "@/lib/intake/view-standing";
import type { Result } from "@/lib/result";
import { CHOICE } from "./leave-thing";
import { useChoiceChanged } from "./use-choice-changed";

type Answered = Result<Settled, IntakeRefusal>;
type DecideAct = (previous: Answered | null, form: FormData) => Promise<Answered>;
/** `digest`: of what is shown; null where there is nothing to accept. */
type DecideFormProps = {
  id: string;
  statement: "statement" | "nothing" | "leftAll" | "unreadable";
  digest: string | null;
  accept: DecideAct;
  drop: DecideAct;
};

/** Accept as shown, or decline. A choice that was changed is compared first: nothing is accepted that is not shown. */
export function DecideForm({ id, statement, digest, accept, drop }: DecideFormProps) {
  const [accepted, sendAccept] = useActionState(accept, null);
  const [dropped, sendDrop] = useActionState(drop, null);
  const t = useTranslations("intake.accept");
  const router = useRouter();
  const choiceChanged = useChoiceChanged();
  const stale = [accepted, dropped].some((result) => result && !result.ok && result.kind === "refusal");
  useEffect(() => {
    // The page then shows what is there now, beside the reason.
    if (stale) router.refresh();
  }, [stale, accepted, dropped, router]);
  return (
    <>
      {[accepted, dropped].map((result, index) => (
        <Answer key={index} result={result} labels={{}} refusal={({ condition }) => t(condition)} />
      ))}
      <ConfirmBar statement={t(choiceChanged ? "choiceChanged" : statement)}>
        <form action={sendDrop}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton kind="ghost">{t("drop")}</SubmitButton>
        </form>
        {choiceChanged && <SubmitButton form={CHOICE}>{t("compareAgain")}</SubmitButton>}
        {digest !== null && !choiceChanged && (
          <form action={sendAccept}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="digest" value={digest} />
            <SubmitButton>{t("submit")}</SubmitButton>
          </form>
        )}
      </ConfirmBar>
    </>
  );
}
