import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** What was just saved, and how many signatures that voided. */
export function SavedNotice({ saved, voided }: { saved: string | undefined; voided: number }) {
  const t = useTranslations("files");
  if (!saved || !t.has(`saved.${saved}`)) return null;
  return (
    <Notice tone={voided > 0 ? "warn" : "good"} live title={t(`saved.${saved}`)}>
      {voided > 0 && t("saved.voided", { count: voided })}
    </Notice>
  );
}
