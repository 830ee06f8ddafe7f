"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Answer } from "@/components/ui/answer";
import { ActRow, Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { fetchStanding, standingKey } from "@/lib/intake/queries";
import type { ImportState, IntakeRefusal, JobShown, Settled, Standing } from "@/lib/intake/view-standing";
import type { Result } from "@/lib/result";
import { useAmounts } from "./amounts";

type Answered = Result<Settled, IntakeRefusal>;
type Steer = (previous: Answered | null, form: FormData) => Promise<Answered>;
type ImportProgressProps = { id: string; state: ImportState; job: JobShown | null; steer: Steer };

const EVERY = 1000;

/** The work on an import while it lasts: it goes on without this page, which may be left and come back to. */
export function ImportProgress({ id, state, job, steer }: ImportProgressProps) {
  const t = useTranslations("intake");
  const router = useRouter();
  const [answer, send] = useActionState(steer, null);
  const shown: Standing = { state, job };
  const { data, dataUpdatedAt, isError } = useQuery({
    queryKey: standingKey(id),
    queryFn: ({ signal }) => fetchStanding(id, signal),
    initialData: shown,
    staleTime: 0,
    refetchInterval: EVERY,
    refetchIntervalInBackground: false,
  });
  const over = data.state !== state;
  useEffect(() => {
    // With every answer, not once: what was remembered of an earlier job may have differed as well.
    if (over) router.refresh();
  }, [over, dataUpdatedAt, router]);
  const now = data.job;
  return (
    <Panel title={t(`progress.title.${now?.kind ?? "analyse"}`)}>
      <Answer result={answer} labels={{}} refusal={({ condition }) => t(`accept.${condition}`)} />
      {now && <Bar job={now} />}
      <p className="mt-2 text-small text-soft">{isError ? t("progress.lost") : t("progress.leave")}</p>
      {now && (
        <form action={send} className="no-print">
          <input type="hidden" name="id" value={id} />
          <ActRow>
            {now.state === "paused" ? (
              <SubmitButton name="wish" value="resume">
                {t("progress.resume")}
              </SubmitButton>
            ) : (
              <SubmitButton kind="ghost" name="wish" value="pause" disabled={now.wish !== null}>
                {t("progress.pause")}
              </SubmitButton>
            )}
            <SubmitButton kind="quiet" name="wish" value="cancel" disabled={now.wish === "cancel"}>
              {t(`progress.cancel.${now.kind}`)}
            </SubmitButton>
          </ActRow>
        </form>
      )}
    </Panel>
  );
}

function Bar({ job }: { job: JobShown }) {
  const t = useTranslations("intake.progress");
  const { phase, done, total } = job;
  const words = useWords(job);
  return (
    <div className="mt-3 max-w-160" aria-live="polite">
      <p className="mb-1.5 font-semibold">{phase ? t(`phase.${phase}`) : t("phase.waiting")}</p>
      <Progress
        label={phase ? t(`phase.${phase}`) : t("phase.waiting")}
        value={done}
        max={total}
        detail={words}
      />
    </div>
  );
}

/** How much of how much, how fast, how long still; and where it stands still, why. */
function useWords({ state, wish, phase, done, total, rate, left, before }: JobShown): string {
  const t = useTranslations("intake.progress");
  const { size, number, duration } = useAmounts();
  if (wish) return t(`wish.${wish}`);
  if (state === "waiting") return before > 0 ? t("before", { count: before }) : t("next");
  if (state === "paused" && !phase) return t("paused");
  if (!phase || total === 0) return t("begins");
  if (phase === "undoing") return t("steps", { done: number(done), of: number(total) });
  const bytes = phase === "reading" || phase === "opening";
  const amount = (value: number): string => (bytes ? size(value) : number(value));
  const parts = [
    t(bytes ? "bytes" : "files", { done: amount(done), of: amount(total) }),
    state === "running" &&
      rate &&
      t(bytes ? "bytesRate" : "filesRate", { rate: bytes ? size(rate) : number(rate * 60) }),
    state === "running" && left !== null && t("left", { time: duration(left) }),
  ];
  if (state === "paused") parts.push(t("paused"));
  return parts.filter(Boolean).join(" · ");
}
