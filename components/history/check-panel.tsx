"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ActRow, Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { useCheck } from "./use-check";
import { VerdictView } from "./verdict-view";

/** Checks everything while one looks on. */
export function CheckPanel() {
  const t = useTranslations("proofs.check");
  const { step, start } = useCheck();
  const running = step?.is === "checking";
  return (
    <Panel title={t("title")}>
      <p className="max-w-[68ch] text-soft">{t("lead")}</p>
      <ActRow>
        <Button onClick={start} aria-disabled={running || undefined}>
          {t("start")}
        </Button>
      </ActRow>
      {step?.is === "checking" && (
        <Progress
          className="mt-4"
          label={t("title")}
          value={step.lines}
          max={step.entries}
          detail={t("progress", { done: step.done, all: step.all, rate: step.rate })}
        />
      )}
      <div role="status" className="mt-4 empty:mt-0 [&>*]:mb-0">
        {step?.is === "done" && <VerdictView verdict={step.verdict} />}
        {(step?.is === "failed" || step?.is === "busy") && <Notice tone="warn" title={t(step.is)} />}
      </div>
    </Panel>
  );
}
