import { useTranslations } from "next-intl";
import { TakingForm } from "@/components/ui/taking-form";

/** Takes away as authority records whom one may see. */
export function ExportForm({ failed }: { /** The purpose was not given. */ failed: boolean }) {
  const t = useTranslations("people.export");
  const error = failed ? t("purposeMissing") : undefined;
  return (
    <TakingForm
      action="/api/people/export"
      {...{ title: t("title"), what: t("what") }}
      purpose={{ label: t("purpose"), hint: t("purposeHint"), error }}
      takes={[{ value: "atom", label: t("atom") }]}
    />
  );
}
