import { clsx } from "clsx";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

export type TabLink = { label: ReactNode; href: string; current?: boolean; count?: ReactNode };

/** Parts of one page, each with its own address: a shared link opens the same part. */
export function Tabs({ label, items }: { label: string; items: TabLink[] }) {
  return (
    <nav aria-label={label} className="no-print mb-4.5 overflow-x-auto border-b border-rule2">
      <ul className="flex gap-6">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.current ? "page" : undefined}
              className={clsx(
                "block min-h-8 border-b-2 px-px pt-0.5 pb-2 whitespace-nowrap no-underline -outline-offset-2",
                item.current
                  ? "border-accent font-semibold text-ink [scroll-initial-target:nearest]"
                  : "border-transparent text-soft hover:text-ink",
              )}
            >
              {item.label}
              {item.count != null && <span className="ml-1.5 font-normal text-faint">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
