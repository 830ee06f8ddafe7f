"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { CommonAnswer } from "@/lib/findings/view-answers";
import type { CommonDesk } from "@/lib/findings/view-own";
import { printCitation } from "@/lib/findings/view-cite";
import type { Result } from "@/lib/result";

type CommonHeadProps = {
  common: CommonDesk;
  revise(input: { findingId: string; fileId: string }): Promise<Result<CommonAnswer, never>>;
};

export function CommonHead({ common, revise }: CommonHeadProps) {
  const { finding, file, newest } = common;
  const t = useTranslations("findings.commonEditor");
  const locale = useLocale();
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const again = async (): Promise<void> => {
    const answer = await revise({ findingId: finding.id, fileId: file.id }).catch(() => null);
    if (answer?.ok && answer.value.kind === "done") router.refresh();
    else setFailed(true);
  };
  return (
    <PageHead
      title={finding.title}
      under={
        <>
          {t(newest.submittedAt ? "isReleased" : "isDraft", { number: newest.number })} ·{" "}
          <Link href={`/files/${file.id}`}>{printCitation(file, null, locale)}</Link>
          {failed && (
            <span role="alert" className="block font-semibold text-danger">
              {t("failed")}
            </span>
          )}
        </>
      }
      aside={
        finding.mine &&
        newest.submittedAt && (
          <Button kind="ghost" onClick={() => void again()}>
            {t("revise")}
          </Button>
        )
      }
    />
  );
}
