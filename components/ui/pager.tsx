import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";

type PagerProps = {
  previous?: string;
  next?: string;
  /** "41–60" or a total, where it is known */ place?: ReactNode;
};

/** Keyset pages have neighbours, not numbers. */
export function Pager({ previous, next, place }: PagerProps) {
  const t = useTranslations("ui");
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("pages")} className="no-print mt-5 flex flex-wrap items-center gap-2.5">
      {previous && (
        <ButtonLink kind="ghost" rel="prev" href={previous}>
          <span aria-hidden>←</span> {t("previousPage")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink kind="ghost" rel="next" href={next}>
          {t("nextPage")} <span aria-hidden>→</span>
        </ButtonLink>
      )}
      {place != null && <span className="text-small text-soft">{place}</span>}
    </nav>
  );
}
