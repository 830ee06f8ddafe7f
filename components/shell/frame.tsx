import type { ReactNode } from "react";
import type { Theme } from "@/lib/preferences";
import { BareFrame } from "./bare-frame";
import { KeysHelp } from "./keys-help";
import type { NavItem } from "./nav";
import { Palette } from "./palette";
import { Rail } from "./rail";
import { SkipLink } from "./skip-link";
import { UserBlock, type Person } from "./user-block";

type FrameProps = {
  person: Person | null;
  items: NavItem[];
  theme: Theme;
  exit?: ReactNode;
  /** Where the palette looks for people, cases and files; pages alone when left out. */
  findAt?: string;
  /** What everybody has to know first, above every page. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The desk around a page. Without a person there is no rail: the page of somebody not signed in. */
export function Frame({ person, items, theme, exit, findAt, notice, children }: FrameProps) {
  if (!person) return <BareFrame theme={theme}>{children}</BareFrame>;
  return (
    <div className="lg:grid lg:grid-cols-[var(--rail)_minmax(0,1fr)]">
      <SkipLink />
      <Rail items={items} user={<UserBlock person={person} theme={theme} exit={exit} />} />
      <main
        id="main"
        tabIndex={-1}
        className="relative max-w-[77.5rem] min-w-0 px-4 pt-4 pb-15 outline-none lg:px-9 lg:pt-5.5"
      >
        <div className="no-print mb-5.5 flex items-center gap-3">
          <Palette items={items} findAt={findAt} />
          <KeysHelp />
        </div>
        {notice}
        {children}
      </main>
    </div>
  );
}
