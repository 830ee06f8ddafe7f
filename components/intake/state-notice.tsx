import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { JobShown } from "@/lib/intake/view-standing";
import type { ProposalShown } from "@/lib/intake/view";
import { OtherProblems, ProblemText } from "./problem-text";

/** What became of an import, and what to do about it. */
export function StateNotice({ proposal }: { proposal: ProposalShown & { job: JobShown | null } }) {
  const t = useTranslations("intake");
  const format = useFormatter();
  const { state, acceptedAt, undoneAt, mayUndo, problem, leftOut, job } = proposal;
  const moment = (at: string | null): string => (at === null ? "" : format.dateTime(new Date(at), "moment"));
  return (
    <>
      {state === "accepted" && <Notice tone="good" title={t("accept.done", { when: moment(acceptedAt) })} />}
      {state === "undone" && <Notice title={t("undo.done", { when: moment(undoneAt) })} />}
      {problem && (state === "accepted" || state === "dropped") && (
        <Notice tone="warn" title={t("undo.refused")}>
          <ProblemText problem={problem} />
        </Notice>
      )}
      {state === "dropped" && <Notice title={t(mayUndo ? "accept.droppedPartly" : "accept.dropped")} />}
      {problem && state === "unreadable" && (
        <Notice tone="danger" title={t("upload.refused")}>
          <ProblemText problem={problem} withPlace />
          <OtherProblems others={problem.others} />
        </Notice>
      )}
      {job?.state === "failed" && (
        <Notice tone="danger" title={t(`progress.failed.${job.kind}`)}>
          {t("progress.number", { number: job.fault ?? "" })}
        </Notice>
      )}
      {state === "open" && leftOut > 0 && (
        <Notice tone="warn" title={t("accept.leftOut")}>
          {t("accept.leftOutText")}
        </Notice>
      )}
    </>
  );
}
