import { useTranslations } from "next-intl";
import { TakingForm } from "@/components/ui/taking-form";

type ExportFormProps = { unitId: string; /** The purpose was not given. */ failed: boolean };

/** Takes the description away, in one of two formats. */
export function ExportForm({ unitId, failed }: ExportFormProps) {
  const t = useTranslations("files.export");
  const error = failed ? t("purposeMissing") : undefined;
  return (
    <TakingForm
      action={`/api/units/${unitId}/export`}
      {...{ title: t("title"), what: t("what") }}
      purpose={{ label: t("purpose"), hint: t("purposeHint"), error }}
      takes={(["ead3", "atom"] as const).map((value) => ({ value, label: t(value) }))}
    />
  );
}
