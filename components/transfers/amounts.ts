import { useFormatter, useTranslations } from "next-intl";
import type { Sum } from "@/lib/transfers/view";

/** Numbers of files, sheets and documents in the reader's language; a dash where nobody said. */
export function useAmounts() {
  const t = useTranslations("transfers.page");
  const format = useFormatter();
  const count = (value: number | null): string => (value === null ? t("none") : format.number(value));
  return {
    count,
    sum: ({ value, atLeast }: Sum): string =>
      atLeast ? t("atLeast", { value: count(value) }) : count(value),
    /** +3, −2; nothing where the two agree or one of them was not said. */
    by: (difference: number | null): string | null =>
      difference ? format.number(difference, { signDisplay: "always" }).replace("-", "−") : null,
  };
}
