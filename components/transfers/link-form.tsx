"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ArticleAnswer } from "@/components/ui/article-answer";
import { SelectField } from "@/components/ui/choice-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { LinkRefusal } from "@/lib/law/linking";
import type { Result } from "@/lib/result";

type Answered = Result<{ id: string }, LinkRefusal>;
type LinkFormProps = {
  id: string;
  /** Its transfer now; null: none. */
  belongs: string | null;
  choices: { value: string; label: string }[];
  act: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

export function LinkForm({ id, belongs, choices, act }: LinkFormProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("transfers.link");
  return (
    <form action={send} className="mt-3 flex flex-col gap-4">
      <ArticleAnswer
        result={result}
        labels={{ transferId: t("field") }}
        sentence={({ condition }) => t(`refusal.${condition}`)}
        named={(article) => t("article", { article })}
      />
      <input type="hidden" name="id" value={id} />
      <SelectField
        name="transferId"
        label={t("field")}
        hint={t("hint")}
        empty={t("none")}
        defaultValue={belongs ?? ""}
        choices={choices}
      />
      <div>
        <SubmitButton kind="ghost">{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
