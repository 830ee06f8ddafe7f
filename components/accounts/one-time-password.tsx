"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** Shown once, after it was made; the page does not know it any more when it is loaded again. */
export function OneTimePassword({ password }: { password: string }) {
  const t = useTranslations("accounts.oneTime");
  return (
    <Notice tone="warn" live title={t("title")}>
      <p className="my-1.5 flex flex-wrap items-center gap-2">
        <code className="rounded-sm bg-sheet px-2 py-1 text-[1.0625rem]">{password}</code>
        <CopyButton text={password} />
      </p>
      <p>{t("text")}</p>
    </Notice>
  );
}
