import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import type { NavItem } from "./nav";
import { NavLinks } from "./nav-links";
import { NarrowMenu } from "./narrow-menu";
import { SampleMark } from "./sample-mark";

/** At the left of a wide screen; on a narrow one a bar at the head whose button opens the same. */
export function Rail({ items, user }: { items: NavItem[]; user: ReactNode }) {
  const t = useTranslations("shell");
  const format = useFormatter();
  const shown = items.map(({ key, href, count }) => ({
    key,
    href,
    count: count === undefined ? undefined : format.number(count),
  }));
  return (
    <>
      <header className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-rule px-3.5 py-5 lg:flex">
        <div className="px-2.5 pb-5">
          <Brand href="/" />
          <p className="mt-2">
            <SampleMark />
          </p>
        </div>
        <nav aria-label={t("places")} className="pb-5">
          <NavLinks items={shown} />
        </nav>
        {user}
      </header>
      <header className="no-print sticky top-0 z-30 flex items-center justify-between border-b border-rule2 bg-paper px-4 py-2 lg:hidden">
        <span className="flex items-center gap-2.5">
          <Brand href="/" small />
          <SampleMark />
        </span>
        <NarrowMenu items={shown}>{user}</NarrowMenu>
      </header>
    </>
  );
}
