"use client";

import { useTranslations } from "next-intl";
import { Answer } from "@/components/ui/answer";
import { refusalKey } from "@/lib/transfers/sentences";
import type { Answered } from "./types";

type TransferAnswerProps = {
  result: Answered | null;
  labels?: Record<string, string>;
  idOf?: (field: string) => string;
  done?: string;
};

export function TransferAnswer({ result, labels = {}, idOf, done }: TransferAnswerProps) {
  const t = useTranslations("transfers");
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
