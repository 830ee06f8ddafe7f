"use client";

import { useActionState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { RefusedNote } from "@/components/proceedings/refused-note";
import type { FormAction } from "@/lib/cases/view-told";

export type AnswerDuplicate = FormAction<null>;
type SimilarFormProps = {
  caseId: string;
  otherId: string;
  locale: string;
  words: { note: string; other: string; same: string };
  action: AnswerDuplicate;
};

/** The same person and episode or not, and how one knows. */
export function SimilarForm({ caseId, otherId, locale, words, action }: SimilarFormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  return (
    <form action={send} className="flex flex-wrap items-end gap-2.5">
      <Answer result={result} labels={{ note: words.note }} refusal={(told) => <RefusedNote told={told} />} />
      {Object.entries({ caseId, otherId, locale }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="note"
        id={`note-${otherId}`}
        label={words.note}
        error={error("note")}
        required
        className="min-w-60 flex-1"
      />
      <SubmitButton kind="ghost" name="answer" value="other">
        {words.other}
      </SubmitButton>
      <SubmitButton kind="ghost" name="answer" value="same">
        {words.same}
      </SubmitButton>
    </form>
  );
}
