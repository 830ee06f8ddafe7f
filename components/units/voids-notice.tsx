"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Voids } from "@/lib/units/view";

/** Told before the edit: whose signatures it voids. The number travels along and is looked at again. */
export function VoidsNotice({ voids }: { voids: Voids }) {
  const t = useTranslations("files");
  return (
    <>
      <input type="hidden" name="told" value={voids.count} />
      {voids.count > 0 && (
        <Notice tone="warn" title={t("voids.title", { count: voids.count })}>
          {t("voids.text", { names: voids.names.join(", ") })}
        </Notice>
      )}
    </>
  );
}
