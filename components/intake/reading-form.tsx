"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { encodingNames, type IntakeRefusal, type Reading, type Settled } from "@/lib/intake/view";
import type { Result } from "@/lib/result";
import { ProblemText } from "./problem-text";
import { ReadingFields } from "./reading-fields";

type Answered = Result<Settled, IntakeRefusal>;
type ReadingFormProps = {
  id: string;
  reading: Reading;
  act: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

/** In which encoding and with which separator the table was read, and the way to have it read otherwise. */
export function ReadingForm({ id, reading, act }: ReadingFormProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("intake");
  const { encoding, separator } = reading;
  return (
    <details className="no-print mb-6">
      <summary className="min-h-7 cursor-pointer">
        {t("reading.as", { encoding: encodingNames[encoding], separator: t(`reading.sign.${separator}`) })}{" "}
        <span className="font-semibold text-accent">{t("reading.otherwise")}</span>
      </summary>
      <form action={send} className="mt-3 flex flex-col gap-4" key={`${encoding}${separator}`}>
        <Answer
          result={result}
          labels={{}}
          refusal={(refusal) =>
            refusal.condition === "unreadable" ? (
              <ProblemText problem={refusal.problem} withPlace />
            ) : (
              t(`accept.${refusal.condition}`)
            )
          }
        />
        <input type="hidden" name="id" value={id} />
        <ReadingFields reading={reading} />
        <div>
          <SubmitButton kind="ghost">{t("reading.submit")}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
