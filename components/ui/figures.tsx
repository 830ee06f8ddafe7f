import { clsx } from "clsx";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

export type Figure = { key: string; value: ReactNode; label: ReactNode; warn?: boolean; href?: string };

/** A line of numbers with what each counts. */
export function Figures({ items }: { items: Figure[] }) {
  return (
    <ul className="mb-6 flex flex-wrap gap-x-8.5 gap-y-4 text-[0.90625rem]">
      {items.map((item) => {
        const body = (
          <>
            <b className="figure mb-1 block">{item.value}</b>
            {item.label}
          </>
        );
        return (
          <li key={item.key} className={clsx(item.warn && "text-warn")}>
            {item.href ? (
              <Link href={item.href} className="block text-inherit no-underline hover:underline">
                {body}
              </Link>
            ) : (
              body
            )}
          </li>
        );
      })}
    </ul>
  );
}
