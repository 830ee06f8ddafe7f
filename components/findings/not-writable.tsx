import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Editing } from "@/lib/findings/view-editor";

/** Why this person does not write here now, and where the finding can be read. */
export function NotWritable({ editing }: { editing: Editing }) {
  const t = useTranslations("findings.notWritable");
  const { proceeding, newest, episode } = editing.study;
  const why = !proceeding ? "noProceeding" : proceeding.step !== "study" ? "notAtStudy" : "notMine";
  const readable = newest?.submittedAt != null || (newest?.number ?? 0) > 1;
  return (
    <EmptyState
      title={t("title")}
      action={
        <>
          {readable && <ButtonLink href={`/cases/${episode.caseId}/reading`}>{t("read")}</ButtonLink>}
          <ButtonLink kind="ghost" href={`/cases/${episode.caseId}`}>
            {t("toCase")}
          </ButtonLink>
        </>
      }
    >
      {t(why)}
    </EmptyState>
  );
}
