import { useFormatter, useTranslations } from "next-intl";
import type { Change } from "@/lib/cases/view-changes";

type ChangedSinceProps = { seen: { at: string } | null; changes: readonly Change[] };

/** What is different from the dossier that the person saw before this one, in one sentence. */
export function ChangedSince({ seen, changes }: ChangedSinceProps) {
  const t = useTranslations("sign");
  const format = useFormatter();
  if (!seen || changes.length === 0) return <>{t("nothingChanged")}</>;
  const what = format.list(changes.map(({ kind, count }) => t(`change.${kind}`, { count })));
  return (
    <b className="font-semibold text-warn">
      {t("changedSince", { when: format.dateTime(new Date(seen.at), "date"), what })}
    </b>
  );
}
