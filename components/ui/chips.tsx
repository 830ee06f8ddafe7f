import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

export type Chip = {
  label: ReactNode;
  /** Where this leads: without the filter when it is on, with it when it is off. */
  href: string;
  on?: boolean;
  count?: ReactNode;
};

/** Filters as links: what is on carries a cross and is taken off by following it. */
export function Chips({ label, items, children }: { label: string; items: Chip[]; children?: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div className="no-print mb-4.5 flex flex-wrap items-center gap-2 text-small">
      <ul aria-label={label} className="contents">
        {items.map((chip) => (
          <li key={chip.href} className="contents">
            <Link
              href={chip.href}
              scroll={false}
              className={clsx(
                "inline-flex min-h-7 items-center gap-1.5 rounded-full border px-3 py-0.5 no-underline",
                chip.on
                  ? "border-accent bg-tint font-semibold text-accent"
                  : "border-rule2 bg-sheet text-ink hover:bg-tint",
              )}
            >
              {chip.label}
              {chip.count != null && <span className="font-normal text-faint">{chip.count}</span>}
              {chip.on && (
                <>
                  <span aria-hidden>×</span>
                  <span className="sr-only">{t("removeFilter")}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
