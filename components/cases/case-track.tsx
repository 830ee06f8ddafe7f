import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StageMark } from "@/components/ui/stage-mark";
import { Steps } from "@/components/ui/steps";
import { named, sheets, type CaseHead, type ProceedingShown } from "@/lib/cases/view";
import { stepsOf } from "@/lib/cases/view-steps";
import type { RuleSet } from "@/lib/law/matter";

type CaseTrackProps = { head: CaseHead; proceeding: ProceedingShown | null; rules: RuleSet };

/** Three legs: from the archive, declassified, and the steps of the rehabilitation. */
export function CaseTrack({ head, proceeding, rules }: CaseTrackProps) {
  const t = useTranslations("cases");
  const format = useFormatter();
  const locale = useLocale();
  const day = (text: string): string => format.dateTime(new Date(text), "date");
  const from = named(head.archive, locale);
  const declassified = head.stage !== "archived";
  return (
    <div className="mb-7 grid overflow-hidden rounded-lg border border-rule bg-sheet md:grid-cols-[1fr_1fr_2.6fr]">
      <Leg>
        <StageMark stage="archived">{t("stage.archived")}</StageMark>
        <p className="mt-1 text-small text-soft">
          {from
            ? t("track.arrivedFrom", { when: day(head.arrivedAt), from })
            : t("track.arrived", { when: day(head.arrivedAt) })}
        </p>
      </Leg>
      <Leg>
        <StageMark stage="declassified" muted={!declassified}>
          {t("stage.declassified")}
        </StageMark>
        <Declassified head={head} />
      </Leg>
      <Leg last>
        <StageMark stage="rehabilitated" muted={head.stage !== "rehabilitated"}>
          {t(head.stage === "rehabilitated" ? "stage.rehabilitated" : "stage.rehabilitation")}
        </StageMark>
        {proceeding ? (
          <div className="mt-2.5">
            <RehabilitationSteps proceeding={proceeding} rules={rules} regional={head.regional !== null} />
          </div>
        ) : (
          <p className="mt-1 text-small text-soft">{t("track.none")}</p>
        )}
      </Leg>
    </div>
  );
  function Declassified({ head: { files } }: { head: CaseHead }) {
    const when = files
      .map((file) => file.decidedAt)
      .filter((at) => at !== null)
      .sort()
      .at(-1);
    const closed = files.filter((file) => file.bond === "required" && file.standing === "closed").length;
    const kept = files.flatMap((file) => sheets(file.foliation, file.kept, locale) ?? []);
    const parts = [
      declassified && when && day(when),
      declassified && head.neverSecret && t("stage.neverSecret"),
      kept.length > 0 && t("track.kept", { sheets: kept.join("; ") }),
      closed > 0 && t("track.closedFiles", { count: closed }),
    ].filter(Boolean);
    return <p className="mt-1 text-small text-soft">{parts.join(" · ")}</p>;
  }
}

function Leg({ children, last }: { children: ReactNode; last?: boolean }) {
  return (
    <div
      className={last ? "px-4.5 pt-3 pb-3.5" : "border-rule px-4.5 pt-3 pb-3.5 max-md:border-b md:border-r"}
    >
      {children}
    </div>
  );
}

type StepsProps = { proceeding: ProceedingShown; rules: RuleSet; regional: boolean };

/** The steps of a proceeding with who did them; also for a file. */
export function RehabilitationSteps({ proceeding, rules, regional }: StepsProps) {
  const t = useTranslations("cases.track");
  const steps = stepsOf(proceeding, rules, regional);
  return (
    <Steps
      label={t("label")}
      items={steps.map(({ step, state, who, count }) => ({
        key: step,
        state,
        label: t(`step.${step}`),
        detail:
          who ??
          (count && state !== "later" ? t(count.of, { filled: count.filled, all: count.all }) : undefined),
      }))}
    />
  );
}
