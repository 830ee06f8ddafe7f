"use client";

import { useActionState } from "react";
import { RefusedNote } from "@/components/proceedings/refused-note";
import { Answer, useFieldError } from "@/components/ui/answer";
import { RadioGroup } from "@/components/ui/choice-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/cases/view-told";

export type JoinAct = FormAction<null>;
type JoinFormProps = {
  caseId: string;
  otherId: string;
  locale: string;
  /** They are joined, and this parts them again. */
  parts: boolean;
  words: Record<"note" | "which" | "lead" | "point" | "join" | "part", string>;
  action: JoinAct;
};

/** Which of two cases of one episode leads, or that they are two after all; and how one knows. */
export function JoinForm({ caseId, otherId, locale, parts, words, action }: JoinFormProps) {
  const [result, send] = useActionState(action, null);
  const error = useFieldError(result);
  const labels = { note: words.note, act: words.which };
  const own = `${caseId}-${otherId}`;
  return (
    <form action={send} className="mt-3 flex flex-col items-start gap-3">
      <Answer result={result} labels={labels} refusal={(told) => <RefusedNote told={told} />} />
      {Object.entries({ caseId, otherId, locale, ...(parts && { act: "part" }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!parts && (
        <RadioGroup
          inline
          name="act"
          id={`which-${own}`}
          label={words.which}
          error={error("act")}
          choices={(["lead", "point"] as const).map((value) => ({ value, label: words[value] }))}
        />
      )}
      <div className="flex w-full max-w-160 flex-wrap items-end gap-2.5">
        <TextField
          name="note"
          id={`join-${own}`}
          label={words.note}
          error={error("note")}
          required
          className="min-w-60 flex-1"
        />
        <SubmitButton kind="ghost">{parts ? words.part : words.join}</SubmitButton>
      </div>
    </form>
  );
}
