import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { HistoryRow } from "@/lib/cases/view-history";

/** What an entry is about, and the way to all other entries about the same. */
export function EntryAbout({ about }: { about: HistoryRow["about"] }) {
  const t = useTranslations("history");
  const { caseId, fileId, name, account, seen } = about;
  if (!caseId && !fileId) {
    if (account) return <p className="text-small text-soft">{t("aboutAccount", { name: account })}</p>;
    return name ? <p className="text-small text-soft">{name}</p> : null;
  }
  const [home, all] = caseId
    ? [`/cases/${caseId}`, `/history?case=${caseId}`]
    : [`/files/${fileId}`, `/history?file=${fileId}`];
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 text-small">
      {seen ? <Link href={home}>{name}</Link> : <span className="text-soft">{t("closedToYou")}</span>}
      <Link href={all} className="text-soft no-underline hover:underline">
        {t("allAbout")}
      </Link>
    </p>
  );
}
