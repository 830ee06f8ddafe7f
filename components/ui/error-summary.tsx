"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

export type SummaryError = { message: string; /** id of the control it concerns */ field?: string };

type ErrorSummaryProps = {
  errors: SummaryError[];
  title?: string;
  /** Anything that changes with each submit, so that the same errors take focus again. */
  attempt?: unknown;
};

/** At the head of a form that was not accepted: takes focus, says what is wrong, leads to each field. */
export function ErrorSummary({ errors, title, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const t = useTranslations("ui");
  // By content: a form that renders again while one types would otherwise take the focus away.
  const content = errors.map((error) => `${error.field}:${error.message}`).join("\n");
  useEffect(() => {
    if (content) box.current?.focus();
  }, [content, attempt]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="mb-6 max-w-160 rounded-md border-2 border-danger bg-sheet px-4.5 py-3.5"
    >
      <h2 id="error-summary-title" className="question mb-1.5">
        {title ?? t("errorSummary", { count: errors.length })}
      </h2>
      <ul className="flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.field ?? ""}:${error.message}`}>
            {error.field ? (
              <a href={`#${error.field}`} className="font-semibold text-danger" onClick={focusTarget}>
                {error.message}
              </a>
            ) : (
              <span className="font-semibold text-danger">{error.message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A hash alone scrolls; the person wants to type. */
function focusTarget(event: React.MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "center" });
}
