import { useTranslations } from "next-intl";
import { TakingForm } from "@/components/ui/taking-form";
import type { ListName } from "@/lib/lists/view";

type TakeListProps = {
  list: ListName;
  /** The filters of the list, as its address has them. */
  params: { readonly [name: string]: string | number | undefined };
  /** The purpose was not given. */
  failed: boolean;
};

/** Takes away all rows of a list, as it is filtered. */
export function TakeList({ list, params, failed }: TakeListProps) {
  const t = useTranslations("lists.take");
  const error = failed ? t("purposeMissing") : undefined;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return (
    <TakingForm
      id="take"
      action={`/api/lists/${list}?${query}`}
      {...{ title: t("title"), what: t("what") }}
      purpose={{ label: t("purpose"), hint: t("purposeHint"), error }}
      takes={[{ value: "csv", label: t("csv") }]}
    />
  );
}
