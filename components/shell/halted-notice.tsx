import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Halt } from "@/lib/history/view";

/** Above every page while the history takes no entry. */
export function HaltedNotice({ halt: { why, ...halt } }: { halt: Halt }) {
  const t = useTranslations("shell.halted");
  return (
    <Notice tone="danger" title={t("title")}>
      <p className="wrap-anywhere">{t(why, halt)}</p>
    </Notice>
  );
}
