"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Answer } from "@/components/ui/answer";
import type { RuleRefusal } from "@/lib/law/rule-making";
import type { Result } from "@/lib/result";
import { refusalKey } from "@/lib/rules/sentences";

export type RuleAnswered = Result<{ version: number }, RuleRefusal>;
export type RuleAction = (previous: RuleAnswered | null, form: FormData) => Promise<RuleAnswered>;

type RuleAnswerProps = {
  result: RuleAnswered | null;
  labels: Record<string, string>;
  idOf?: (field: string) => string;
  done: ReactNode;
};

export function RuleAnswer({ result, labels, idOf, done }: RuleAnswerProps) {
  const t = useTranslations("rules");
  return (
    <Answer
      result={result}
      labels={labels}
      idOf={idOf}
      done={done}
      refusal={({ article, condition }) => (
        <>
          {t(refusalKey(condition))} <span className="text-soft">{t("article", { article })}</span>
        </>
      )}
    />
  );
}
