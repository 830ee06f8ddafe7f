import { useTranslations } from "next-intl";
import { TakingForm } from "@/components/ui/taking-form";

type TakeDossierProps = { caseId: string; /** The purpose was not given. */ failed: boolean };

/** Takes the dossier of a case away as a bag. */
export function TakeDossier({ caseId, failed }: TakeDossierProps) {
  const t = useTranslations("dossier.take");
  const error = failed ? t("purposeMissing") : undefined;
  return (
    <TakingForm
      id="take"
      action={`/api/cases/${caseId}/bag`}
      {...{ title: t("title"), what: t("what") }}
      purpose={{ label: t("purpose"), hint: t("purposeHint"), error }}
      takes={[{ value: "bag", label: t("bag") }]}
    />
  );
}
