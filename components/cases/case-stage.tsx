import { useTranslations } from "next-intl";
import { StageMark } from "@/components/ui/stage-mark";
import { Tag } from "@/components/ui/tag";
import type { Outcome, Stage } from "@/lib/law/words";

type CaseStageProps = { stage: Stage; neverSecret: boolean; outcome: Outcome | null; awaits: boolean };

/** The stage, and beside it what the word alone would hide: in part, refused, never secret, a file awaited. */
export function CaseStage({ stage, neverSecret, outcome, awaits }: CaseStageProps) {
  const t = useTranslations("cases");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <StageMark stage={stage}>{t(`stage.${stage}`)}</StageMark>
      {neverSecret && stage === "declassified" && (
        <span className="text-small text-soft">{t("stage.neverSecret")}</span>
      )}
      {outcome && outcome !== "full" && (
        <Tag tone={outcome === "refused" ? "danger" : "warn"}>{t(`outcome.${outcome}`)}</Tag>
      )}
      {awaits && <Tag tone="warn">{t("awaits")}</Tag>}
    </span>
  );
}
