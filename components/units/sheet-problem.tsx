"use client";

import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/archive/problem";

/** What is wrong with a text that names sheets, with the place marked in the text itself. */
export function SheetProblem({ text, problem }: { text: string; problem: Problem }) {
  const t = useTranslations("files.problem");
  const { kind, at, found } = problem;
  const marked = text.slice(at).startsWith(found) ? found : text.slice(at, at + 1);
  return (
    <>
      {t(kind, { found: found || "…" })}
      {text.trim() !== "" && (
        <span className="mt-1 block font-normal text-ink">
          {text.slice(0, at)}
          <mark>{marked || " "}</mark>
          {text.slice(at + marked.length)}
        </span>
      )}
    </>
  );
}
