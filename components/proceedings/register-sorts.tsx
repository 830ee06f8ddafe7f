import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { withParams } from "@/components/cases/address";
import type { RegisterSearch } from "@/lib/cases/view-register";

/** In which order the register is read. */
export function RegisterSorts({ search }: { search: RegisterSearch }) {
  const t = useTranslations("acts.register");
  return (
    <nav aria-label={t("sort")} className="no-print mb-5 flex flex-wrap gap-x-4 gap-y-1 text-small">
      <span className="text-soft">{t("sort")}</span>
      {(["differs", "name", "reference"] as const).map((sort) => (
        <Link
          key={sort}
          href={withParams("/registers", search, { sort })}
          scroll={false}
          aria-current={search.sort === sort ? "true" : undefined}
          className="min-h-6 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {t(`sortBy.${sort}`)}
        </Link>
      ))}
    </nav>
  );
}
