import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";

/** From one day to another, both within. */
export function PeriodFields({ from, to }: { from: string | undefined; to: string | undefined }) {
  const t = useTranslations("audit.period");
  return (
    <>
      <TextField type="date" name="from" label={t("from")} defaultValue={from ?? ""} />
      <TextField type="date" name="to" label={t("to")} defaultValue={to ?? ""} />
    </>
  );
}
