import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { TimelineItem } from "@/components/ui/timeline";
import type { HistoryRow } from "@/lib/cases/view-history";
import { EntryAbout } from "./entry-about";
import { EntryDetails } from "./entry-details";
import { useEntryTitle } from "./entry-title";
import { useRole } from "./role";

/** One entry: what was done, when, by whom in which role, under which article. */
export function EntryItem({ row, about }: { row: HistoryRow; about?: boolean }) {
  const { entry } = row;
  const { payload, actor } = entry;
  const t = useTranslations("history");
  const format = useFormatter();
  const title = useEntryTitle(payload);
  const refused = payload.kind === "refusal";
  const weighty =
    payload.kind === "stage" || payload.kind === "standing" || (payload.kind === "act" && payload.decision);
  const role = useRole()(actor.role);
  const article =
    "article" in payload && payload.article !== "–" ? t("article", { article: payload.article }) : null;
  return (
    <TimelineItem
      title={<span className="inline-block first-letter:uppercase">{title}</span>}
      tone={refused ? "warn" : weighty ? "strong" : "plain"}
      when={<Time value={entry.at} format="moment" />}
      who={
        <>
          {[actor.name, role, article].filter(Boolean).join(" · ")}
          {" · "}
          <Link href={`/history/entries/${row.seq}`}>
            {t("seq", { seq: format.number(BigInt(row.seq)) })}
          </Link>
        </>
      }
    >
      {about && <EntryAbout about={row.about} />}
      <EntryDetails payload={payload} assignee={row.assignee} />
    </TimelineItem>
  );
}
