"use client";

import { useTranslations } from "next-intl";
import { ArticleAnswer } from "@/components/ui/article-answer";
import { refusalSentences } from "@/lib/accounts/sentences";
import type { Answered } from "./types";

type AccountAnswerProps = {
  result: Answered | null;
  labels?: Record<string, string>;
  idOf?: (field: string) => string;
  done?: string;
};

export function AccountAnswer(props: AccountAnswerProps) {
  const t = useTranslations("accounts");
  return (
    <ArticleAnswer
      {...props}
      sentence={({ condition }) => t(refusalSentences[condition])}
      named={(article) => t("article", { article })}
    />
  );
}
