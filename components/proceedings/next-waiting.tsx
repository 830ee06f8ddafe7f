"use client";

import { useTranslations } from "next-intl";
import { useNext } from "@/components/cases/use-next";
import { ButtonLink } from "@/components/ui/button";

/** After a signature: on to what came next in the queue when this item still waited. */
export function NextWaiting({ proceeding, next }: { proceeding: string; next: string | null }) {
  const t = useTranslations("sign.receipt");
  const onward = useNext(proceeding, false, next);
  return onward && <ButtonLink href={onward}>{t("next")}</ButtonLink>;
}
