import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { EntryPage } from "@/lib/history/view-entry";

/** How long an entry may wait for its proof (milliseconds), as the check has it. */
const patience = 60_000;

/** In plain words: proven, since when and by whom; or what is waited for. */
export function EntryStanding({ page, now }: { page: EntryPage; now: Date }) {
  const t = useTranslations("proof.entry.standing");
  const format = useFormatter();
  const { standing, evidence, index, row } = page;
  const moment = (at: string): string => format.dateTime(new Date(at), "moment");
  if (standing.is === "broken")
    return (
      <Notice tone="danger" title={t("broken.title")}>
        {t("broken.text", { size: format.number(standing.size) })}
      </Notice>
    );
  if (standing.is === "proven" && evidence) {
    const place = {
      ...{ index: format.number(index ?? 0), size: format.number(standing.size) },
      signed: moment(evidence.signedAt),
    };
    const names = evidence.witnesses.map(({ name }) => name).join(", ");
    return standing.at === null ? (
      <Notice tone="warn" title={t("alone.title")}>
        {t("alone.text", place)}
      </Notice>
    ) : (
      <Notice tone="good" title={t("proven.title")}>
        <span className="wrap-anywhere">
          {t("proven.text", { ...place, names, at: moment(standing.at) })}
        </span>
      </Notice>
    );
  }
  const late = now.getTime() - new Date(row.entry.at).getTime() > patience;
  const at = moment(row.entry.at);
  return (
    <Notice tone={late ? "warn" : "info"} title={t("place.title")}>
      {standing.is === "witnesses"
        ? t("witnesses.text", { ...standing, size: format.number(standing.size), at })
        : t(standing.is === "place" ? "place.text" : "head.text", { at })}
      {late && <p>{t("overdue")}</p>}
    </Notice>
  );
}
