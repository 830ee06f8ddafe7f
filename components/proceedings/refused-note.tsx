"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import type { Told } from "@/lib/cases/view-told";

/** The sentence of a refusal beside the control it concerns; what is stale can be looked at anew from here. */
export function RefusedNote({ told }: { told: Told }) {
  const t = useTranslations("acts");
  const router = useRouter();
  return (
    <>
      {told.sentence}
      {told.article && (
        <span className="block text-small text-soft">{t("refusedBy", { article: told.article })}</span>
      )}
      {told.stale && (
        <Button kind="ghost" className="mt-2" onClick={() => router.refresh()}>
          {t("reload")}
        </Button>
      )}
    </>
  );
}
