import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Timeline } from "@/components/ui/timeline";
import type { HistoryRow } from "@/lib/cases/view-history";
import { EntryItem } from "./entry-item";

type HistoryListProps = {
  rows: readonly HistoryRow[];
  /** name the case or file of each entry */ about?: boolean;
  /** something was looked for */ filtered?: boolean;
};

/** The history as a list: each entry in words, with article, role and reasons. */
export function HistoryList({ rows, about, filtered }: HistoryListProps) {
  const t = useTranslations("history");
  if (rows.length === 0 && filtered) {
    const action = (
      <ButtonLink kind="ghost" href="/history">
        {t("empty.clear")}
      </ButtonLink>
    );
    return (
      <EmptyState title={t("empty.filtered")} action={action}>
        {t("empty.filteredText")}
      </EmptyState>
    );
  }
  if (rows.length === 0) return <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>;
  return (
    <Timeline label={t("caption")}>
      {rows.map((row) => (
        <EntryItem key={row.seq} row={row} about={about} />
      ))}
    </Timeline>
  );
}
