import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { sheets } from "@/lib/cases/view";
import { differences, type RegisterRow } from "@/lib/cases/view-register";

/** What makes an item different from the rest of the list. */
export function RegisterDiffers({ row }: { row: RegisterRow }) {
  const t = useTranslations("sign.register");
  const locale = useLocale();
  if (differences(row) === 0) return <span className="faint">{t("same")}</span>;
  const kept = row.kept && sheets(row.kept.foliation, row.kept.extents, locale);
  const notes = [
    row.variants.length > 0 && t("differs.variants", { names: row.variants.join(", ") }),
    row.interrogationOnly > 0 && t("differs.interrogation", { count: row.interrogationOnly }),
    kept && t("differs.kept", { sheets: kept }),
    row.namesakes > 0 && t("differs.same_name"),
    row.asked > 0 && t("differs.asked"),
    row.returned > 0 && t("differs.returned"),
  ].filter((note) => typeof note === "string");
  return (
    <span className="flex flex-wrap gap-1">
      {notes.map((note) => (
        <Tag key={note} tone="warn">
          {note}
        </Tag>
      ))}
    </span>
  );
}
