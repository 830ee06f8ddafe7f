"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { Spinner } from "@/components/ui/spinner";
import { deriveOutcome, type Draft } from "@/lib/findings/view";
import { useEditorDesk } from "./editor-context";

type SubmitBarProps = { tasks: number; busy: boolean; draft: Draft; onSubmit(): void };

/** What one answers for, and the act R2. */
export function SubmitBar({ tasks, busy, draft, onSubmit }: SubmitBarProps) {
  const { words } = useEditorDesk();
  const t = useTranslations("findings.submit");
  const outcome = deriveOutcome(draft);
  const statement =
    tasks > 0
      ? t("open", { count: tasks })
      : t.rich("ready", {
          outcome: outcome ? words.outcome[outcome] : "",
          claims: draft.claims.length,
          b: (chunks) => <b>{chunks}</b>,
        });
  return (
    <ConfirmBar statement={statement}>
      <Button onClick={onSubmit} aria-disabled={busy || undefined} disabled={busy}>
        {busy && <Spinner />}
        {t("submit")}
      </Button>
    </ConfirmBar>
  );
}
