import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { showsSample } from "./sample";

/** On every screen of a sample archive: nobody may take its people for real ones. */
export function SampleMark() {
  const t = useTranslations("common");
  if (!showsSample()) return null;
  return (
    <span title={t("sampleData")}>
      <Tag tone="warn">{t("sample")}</Tag>
    </span>
  );
}
