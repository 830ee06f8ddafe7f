import { useTranslations } from "next-intl";

/** The outline of a list while it is under way. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      <div aria-hidden className="animate-pulse">
        <div className="mb-7 h-8 w-72 max-w-full rounded bg-rule" />
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex gap-6 border-b border-rule py-4">
            <div className="h-4 w-2/5 rounded bg-rule" />
            <div className="h-4 w-1/4 rounded bg-rule" />
            <div className="ml-auto h-4 w-16 rounded bg-rule" />
          </div>
        ))}
      </div>
    </div>
  );
}
