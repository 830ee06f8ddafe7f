"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { SaveState } from "./use-draft";

const clock = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Almaty" });

/** Saved and when; or not, and what is being done about it. */
export function SaveLine({ state, onRetry }: { state: SaveState; onRetry(): void }) {
  const t = useTranslations("findings.save");
  const good = state.kind === "saved" || state.kind === "saving" || state.kind === "unsaved";
  return (
    <div className="flex flex-wrap items-center gap-2 text-small">
      <p role="status" className={good ? "text-soft" : "font-semibold text-warn"}>
        {state.kind === "saved" ? t("saved", { time: clock.format(new Date(state.at)) }) : t(wordOf(state))}
      </p>
      {state.kind === "stale" && <a href="#stale">{t("compare")}</a>}
      {state.kind === "retrying" && (
        <Button kind="quiet" onClick={onRetry}>
          {t("now")}
        </Button>
      )}
    </div>
  );
}

function wordOf(state: Exclude<SaveState, { kind: "saved" }>) {
  return state.kind === "stopped" ? (`stopped.${state.why}` as const) : state.kind;
}
