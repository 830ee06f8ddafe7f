import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { Link } from "@/components/ui/link";
import type { ReportName, ReportSearch } from "@/lib/history/view";

const names: readonly ReportName[] = ["unopened", "pace", "pairs", "appointed"];

/** The other reports, over the same period. */
export function ReportChoice({ search }: { search: ReportSearch }) {
  const t = useTranslations("audit.report");
  return (
    <nav aria-label={t("choice")} className="no-print lg:order-last">
      <h2 className="label mb-2">{t("choice")}</h2>
      <ul className="grid gap-1 max-lg:-mx-3">
        {names.map((name) => (
          <li key={name}>
            <Link
              href={withParams("/history/reports", { report: name, from: search.from, to: search.to })}
              aria-current={name === search.report ? "page" : undefined}
              className={clsx(
                "block rounded-md px-3 py-1.5 no-underline lg:py-2",
                name === search.report ? "bg-tint font-semibold text-accent" : "text-ink hover:bg-tint",
              )}
            >
              {t(`${name}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
