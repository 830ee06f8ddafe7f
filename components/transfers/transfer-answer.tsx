"use client";

import { useTranslations } from "next-intl";
import { ArticleAnswer } from "@/components/ui/article-answer";
import { refusalKey } from "@/lib/transfers/sentences";
import type { Answered } from "./types";

type TransferAnswerProps = {
  result: Answered | null;
  labels?: Record<string, string>;
  idOf?: (field: string) => string;
  done?: string;
};

export function TransferAnswer(props: TransferAnswerProps) {
  const t = useTranslations("transfers");
  return (
    <ArticleAnswer
      {...props}
      sentence={({ condition }) => t(refusalKey(condition))}
      named={(article) => t("article", { article })}
    />
  );
}
