"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArticleAnswer } from "@/components/ui/article-answer";
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

export function RuleAnswer(props: RuleAnswerProps) {
  const t = useTranslations("rules");
  return (
    <ArticleAnswer
      {...props}
      sentence={({ condition }) => t(refusalKey(condition))}
      named={(article) => t("article", { article })}
    />
  );
}
