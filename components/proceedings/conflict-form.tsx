"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/choice-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AnswerConflicts, Option } from "./form-parts";
import { RefusedNote } from "./refused-note";

type ConflictFormProps = { subjects: string[]; locale: string; kinds: Option[]; action: AnswerConflicts };

/** Two buttons: none, or one with its kind. */
export function ConflictForm({ subjects, locale, kinds, action }: ConflictFormProps) {
  const [result, send] = useActionState(action, null);
  const [has, setHas] = useState(false);
  const t = useTranslations("acts");
  const about = (answer?: string) => (
    <>
      <input type="hidden" name="locale" value={locale} />
      {subjects.map((subject) => (
        <input key={subject} type="hidden" name="subject" value={subject} />
      ))}
      {answer &&
        subjects.map((subject) => <input key={subject} type="hidden" name="answer" value={answer} />)}
    </>
  );
  return (
    <div className="w-full">
      <Answer result={result} labels={{}} refusal={(told) => <RefusedNote told={told} />} done={t("done")} />
      <div className="flex flex-wrap items-end gap-2.5">
        <form action={send}>
          {about("none")}
          <SubmitButton>{t("noConflict")}</SubmitButton>
        </form>
        {has ? (
          <form action={send} className="flex flex-wrap items-end gap-2.5">
            {about()}
            <SelectField name="kind" label={t("field.conflict")} choices={kinds} />
            <SubmitButton kind="danger">{t("hasConflict")}</SubmitButton>
          </form>
        ) : (
          <Button kind="ghost" onClick={() => setHas(true)}>
            {t("hasConflict")}
          </Button>
        )}
      </div>
    </div>
  );
}
