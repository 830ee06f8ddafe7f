import { useTranslations } from "next-intl";
import { Chips } from "@/components/ui/chips";
import { withParams } from "@/components/cases/address";
import type { RegisterSearch } from "@/lib/cases/view-register";

/** In which order the register is read. */
export function RegisterSorts({ search }: { search: RegisterSearch }) {
  const t = useTranslations("acts.register");
  return (
    <Chips
      label={t("sort")}
      items={(["differs", "name", "reference"] as const).map((sort) => ({
        label: t(`sortBy.${sort}`),
        href: withParams("/registers", search, { sort }),
        on: search.sort === sort,
      }))}
    />
  );
}
