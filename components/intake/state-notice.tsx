import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { JobShown, ProposalShown } from "@/lib/intake/view";
import { OtherProblems, ProblemText } from "./problem-text";

/** What became of an import, and what to do about it. */
export function StateNotice({ proposal }: { proposal: ProposalShown & { job: JobShown | null } }) {
  const t = useTranslations("intake");
  const format = useFormatter();
  const { state, acceptedAt, problem, leftOut, job } = proposal;
  const when = acceptedAt === null ? "" : format.dateTime(new Date(acceptedAt), "moment");
  return (
    <>
      {state === "accepted" && <Notice tone="good" title={t("accept.done", { when })} />}
      {state === "dropped" && <Notice title={t("accept.dropped")} />}
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
