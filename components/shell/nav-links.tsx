"use client";

import { clsx } from "clsx";
import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/spinner";
import type { NavKey } from "./nav";

/** Counts come as text: a browser may write Kazakh numbers otherwise than the server does. */
export type RailItem = { key: NavKey; href: string; count?: string };

/** The item of the place one is in is marked, also on pages below it. */
export function NavLinks({ items, onFollow }: { items: RailItem[]; onFollow?: () => void }) {
  const path = usePathname();
  const t = useTranslations("shell.nav");
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => {
        const within =
          item.href === "/" ? path === "/" : path === item.href || path.startsWith(`${item.href}/`);
        return (
          <li key={item.key}>
            <Link
              href={item.href}
              aria-current={within ? (path === item.href ? "page" : "true") : undefined}
              onClick={onFollow}
              className={clsx(
                "flex justify-between gap-2 rounded-md px-2.5 py-1.75 no-underline",
                within ? "bg-tint font-semibold text-accent" : "text-ink hover:bg-tint",
              )}
            >
              {t(item.key)}
              <NavCount count={item.count} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The count, or a sign that the page is on its way. */
function NavCount({ count }: { count?: string }) {
  const { pending } = useLinkStatus();
  if (pending) return <Spinner />;
  if (count === undefined) return null;
  return <span className="text-small font-normal text-faint">{count}</span>;
}
