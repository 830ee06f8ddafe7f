"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";

/** A page that failed: plain words, the number under which the log has it, and another try. */
export function Fault({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("common.fault");
  return (
    <>
      <PageHead title={t("title")} />
      <Notice tone="danger" live>
        <p>{t("text")}</p>
        {error.digest && <p className="mt-1 text-small">{t("reference", { digest: error.digest })}</p>}
      </Notice>
      <Button onClick={retry}>{t("retry")}</Button>
    </>
  );
}
