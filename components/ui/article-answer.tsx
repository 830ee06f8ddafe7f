"use client";

import type { ReactNode } from "react";
import type { Result } from "@/lib/result";
import { Answer } from "./answer";

/** A refusal that says by which article it was made. */
type ByArticle = { article: string };

type ArticleAnswerProps<R extends ByArticle> = {
  result: Result<unknown, R> | null;
  labels?: Record<string, string>;
  idOf?: (field: string) => string;
  done?: ReactNode;
  sentence: (refused: R) => ReactNode;
  /** How the article is named. */
  named: (article: string) => ReactNode;
};

/** What came of an act that an article may refuse: the sentence, and beside it the article. */
export function ArticleAnswer<R extends ByArticle>({
  labels = {},
  sentence,
  named,
  ...rest
}: ArticleAnswerProps<R>) {
  return (
    <Answer
      {...rest}
      labels={labels}
      refusal={(refused: R) => (
        <>
          {sentence(refused)} <span className="text-soft">{named(refused.article)}</span>
        </>
      )}
    />
  );
}
