import type { ReactNode } from "react";
import type { Theme } from "@/lib/preferences";
import { Brand } from "./brand";
import { LocaleSwitch } from "./locale-switch";
import { SampleMark } from "./sample-mark";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";

/** One narrow column under the name: sign-in, and pages that belong to no place. */
export function BareFrame({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-160 flex-col px-4 py-6 sm:px-6">
      <SkipLink />
      <header className="mb-10 flex flex-wrap items-start justify-between gap-4 sm:mb-14">
        <div>
          <Brand href="/" />
          <p className="mt-2">
            <SampleMark />
          </p>
        </div>
        <div className="flex items-center gap-3">
          <LocaleSwitch />
          <ThemeSwitch current={theme} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </div>
  );
}
