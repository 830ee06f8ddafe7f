"use client";

import { useTranslations } from "next-intl";
import { Answer } from "@/components/ui/answer";
import { refusalSentences } from "@/lib/accounts/sentences";
import type { Answered } from "./types";

type AccountAnswerProps = {
  result: Answered | null;
  labels?: Record<string, string>;
  idOf?: (field: string) => string;
  done?: string;
};

export function AccountAnswer({ result, labels = {}, idOf, done }: AccountAnswerProps) {
  const t = useTranslations("accounts");
  return (
    <Answer
      result={result}
      labels={labels}
      idOf={idOf}
      done={done}
      refusal={({ article, condition }) => (
        <>
          {t(refusalSentences[condition])} <span className="text-soft">{t("article", { article })}</span>
        </>
      )}
    />
  );
}
