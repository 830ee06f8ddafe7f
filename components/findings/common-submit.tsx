"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Spinner } from "@/components/ui/spinner";
import { TextAreaField } from "@/components/ui/text-field";
import type { FindingWords } from "@/lib/findings/sentences";
import type { ListItem } from "@/lib/findings/view-answers";
import type { SharedCase } from "@/lib/findings/view-own";
import type { Result } from "@/lib/result";
import { CommonCases } from "./common-cases";
import { CommonResults } from "./common-results";
import { useSubmitList } from "./use-submit-list";

type CommonSubmitProps = {
  findingId: string;
  cases: SharedCase[];
  /** The sheet at a position of the list. */
  sheets: Record<number, string>;
  words: FindingWords;
  submitKey: string;
  submit(form: FormData): Promise<Result<ListItem[], never>>;
};

/** Findings for many cases in one act: what is said of all once, who they are, and a result for each. */
export function CommonSubmit(props: CommonSubmitProps) {
  const { findingId, cases, sheets, words, submitKey } = props;
  const t = useTranslations("findings.list");
  const { result, send, pending } = useSubmitList(props.submit, submitKey);
  const error = useFieldError(result);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(cases.filter((c) => c.mention !== null).map((c) => c.caseId)),
  );
  if (result?.ok) return <CommonResults items={result.value} cases={cases} words={words} />;
  if (cases.length === 0) return <p className="text-soft">{t("noCases")}</p>;
  const failed = result && !result.ok && result.kind !== "input" ? [{ message: t("failed") }] : [];
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <ErrorSummary errors={failed} attempt={result} />
      <input type="hidden" name="findingId" value={findingId} />
      <TextAreaField name="earlierSearch" label={t("search")} error={error("earlierSearch")} rows={2} />
      <TextAreaField name="exclusionCheck" label={t("exclusion")} error={error("exclusionCheck")} rows={2} />
      <TextAreaField name="ground" label={t("ground")} optional rows={2} />
      {error("item") && (
        <p role="alert" className="font-semibold text-danger">
          {t("noneChosen")}
        </p>
      )}
      <CommonCases cases={cases} sheets={sheets} chosen={chosen} onChoose={setChosen} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={pending}>
          {pending && <Spinner />}
          {t("submit", { count: chosen.size })}
        </Button>
        <span role="status" className="text-small text-soft">
          {pending ? t("working") : t("consequence")}
        </span>
      </div>
    </form>
  );
}
