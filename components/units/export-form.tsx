import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

type ExportFormProps = { unitId: string; /** The purpose was not given. */ failed: boolean };

/** Takes the description away, in one of two formats. It is posted: taking it is an act, and stands in the history. */
export function ExportForm({ unitId, failed }: ExportFormProps) {
  const t = useTranslations("files.export");
  return (
    <details id="export" open={failed} className="no-print mt-8 border-t border-rule pt-4">
      <summary className="min-h-7 cursor-pointer font-semibold text-accent">{t("title")}</summary>
      <p className="mt-2 mb-4 max-w-[68ch] text-small text-soft">{t("what")}</p>
      <form method="post" action={`/api/units/${unitId}/export`} className="flex max-w-[68ch] flex-col gap-4">
        <TextField
          name="purpose"
          label={t("purpose")}
          hint={t("purposeHint")}
          error={failed ? t("purposeMissing") : undefined}
          maxLength={500}
          required
        />
        <div className="flex flex-wrap gap-2.5">
          {(["ead3", "atom"] as const).map((format) => (
            <button key={format} type="submit" name="format" value={format} className={buttonClass("ghost")}>
              {t(format)}
            </button>
          ))}
        </div>
      </form>
    </details>
  );
}
