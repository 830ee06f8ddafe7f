"use client";

import { useTranslations } from "next-intl";
import type { CiteProblem } from "@/lib/findings/view-cite";

/** The sentence of what is wrong with a citation as typed, naming the place. */
export function useCiteProblem(): (problem: CiteProblem) => string {
  const t = useTranslations("findings.citeProblem");
  return (problem) => {
    switch (problem.kind) {
      case "text": {
        const { kind, found, at } = problem.problem;
        return found ? t(kind, { found, place: at + 1 }) : t("empty");
      }
      case "otherFile":
        return t("otherFile", { found: problem.found });
      case "secret":
        return t("secret", { sheets: problem.sheets });
      default:
        return t(problem.kind);
    }
  };
}
