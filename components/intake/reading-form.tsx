"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { SubmitButton } from "@/components/ui/submit-button";
import type { IntakeRefusal, Settled } from "@/lib/intake/view-standing";
import { encodingNames, type Reading } from "@/lib/intake/view";
import type { Result } from "@/lib/result";
import { ReadingFields } from "./reading-fields";

type Answered = Result<Settled, IntakeRefusal>;
type ReadingFormProps = {
  id: string;
  /** Null where nothing could be read. */
  reading: Reading | null;
  act: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

/** In which encoding and with which separator the table was read, and the way to have it read otherwise. */
export function ReadingForm({ id, reading, act }: ReadingFormProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("intake");
  return (
    <details className="no-print mb-6">
      <summary className="min-h-7 cursor-pointer">
        {reading && (
          <>
            {t("reading.as", {
              encoding: encodingNames[reading.encoding],
              separator: t(`reading.sign.${reading.separator}`),
            })}{" "}
          </>
        )}
        <span className="font-semibold text-accent">{t("reading.otherwise")}</span>
      </summary>
      <form action={send} className="mt-3 flex flex-col gap-4" key={JSON.stringify(reading)}>
        <Answer result={result} labels={{}} refusal={({ condition }) => t(`accept.${condition}`)} />
        <input type="hidden" name="id" value={id} />
        <ReadingFields reading={reading ?? undefined} />
        <div>
          <SubmitButton kind="ghost">{t("reading.submit")}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
