"use client";

import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Result } from "@/lib/result";
import { ErrorSummary } from "./error-summary";
import { Notice } from "./notice";

type AnswerProps<R> = {
  result: Result<unknown, R> | null;
  /** How each field is called; one without a name is shown by its message alone. */
  labels: Record<string, string>;
  /** The id of a field's control, where it is not its name. */
  idOf?: (field: string) => string;
  /** The sentence of a refusal. */
  refusal?: (refused: R) => ReactNode;
  /** Said when it is done. */
  done?: ReactNode;
};

/** At the head of a form: what came of sending it. */
export function Answer<R>({ result, labels, idOf = String, refusal, done }: AnswerProps<R>) {
  const t = useTranslations("input");
  if (!result) return null;
  if (result.ok) return done == null ? null : <Notice tone="good" live title={done} />;
  switch (result.kind) {
    case "input":
      return (
        <ErrorSummary errors={Object.entries(result.fields).map(([field, key]) => named(field, t(key)))} />
      );
    case "refusal":
      return (
        <Notice tone="danger" live title={t("refused")}>
          {refusal && result.refusals.map((each, index) => <p key={index}>{refusal(each)}</p>)}
        </Notice>
      );
    case "signed_out":
      return (
        <Notice tone="warn" live title={t("signedOut")}>
          <Link href="/sign-in">{t("signInAgain")}</Link>
        </Notice>
      );
    case "origin":
      return <Notice tone="danger" live title={t("origin")} />;
    case "halted":
      return <Notice tone="danger" live title={t("halted")} />;
    case "fault":
      return (
        <Notice tone="danger" live title={t("fault")}>
          {t("faultNumber", { number: result.requestId })}
        </Notice>
      );
  }
  /** Of a list (`charges.2.text`) the list is named and found. */
  function named(field: string, message: string) {
    const known = labels[field] ? field : field.split(".")[0]!;
    const label = labels[known];
    return { field: idOf(known), message: label ? t("named", { field: label, message }) : message };
  }
}

/** The message beside one field, or nothing. */
export function useFieldError(
  result: Result<unknown, unknown> | null,
): (field: string) => string | undefined {
  const t = useTranslations("input");
  return (field) => {
    const key = result && !result.ok && result.kind === "input" ? result.fields[field] : undefined;
    return key && t(key);
  };
}
