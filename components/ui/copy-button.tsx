"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";

/** Puts a text (a code, a hash, a citation) on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const [outcome, setOutcome] = useState<"idle" | "copied" | "copyFailed">("idle");
  const t = useTranslations("ui");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("copyFailed"),
    );
  };
  return (
    <span className="inline-flex items-center gap-2">
      <Button kind="quiet" className="min-h-7 py-0.5 text-small" onClick={copy}>
        {label ?? t("copy")}
      </Button>
      <span role="status" className="text-small text-soft">
        {outcome === "idle" ? "" : t(outcome)}
      </span>
    </span>
  );
}
