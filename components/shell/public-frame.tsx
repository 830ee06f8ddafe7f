import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { PublicLocales } from "./public-locales";
import { SampleMark } from "./sample-mark";
import { SkipLink } from "./skip-link";

export function PublicFrame({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <div className="mx-auto flex min-h-dvh max-w-[57.5rem] flex-col px-4 pt-6.5 pb-8 sm:px-6">
      <SkipLink />
      <header className="mb-9 flex flex-wrap items-baseline justify-between gap-x-6.5 gap-y-2 sm:mb-14">
        <span className="flex items-baseline gap-2.5">
          <Brand href={`/${locale}`} small />
          <SampleMark />
        </span>
        <PublicLocales />
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </div>
  );
}
