import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { TimelineItem } from "@/components/ui/timeline";
import type { HistoryRow } from "@/lib/cases/view-history";
import { EntryDetails } from "./entry-details";
import { useEntryTitle } from "./entry-title";

/** One entry: what was done, when, by whom in which role, under which article. */
export function EntryItem({ row, about }: { row: HistoryRow; about?: boolean }) {
  const { entry } = row;
  const { payload, actor } = entry;
  const t = useTranslations("history");
  const law = useTranslations("law");
  const format = useFormatter();
  const title = useEntryTitle(payload);
  const refused = payload.kind === "refusal";
  const weighty =
    payload.kind === "stage" || payload.kind === "standing" || (payload.kind === "act" && payload.decision);
  const role = actor.role === "operator" ? t("operator") : actor.role && law(`role.${actor.role}`);
  const article =
    "article" in payload && payload.article !== "–" ? t("article", { article: payload.article }) : null;
  const href = row.about.caseId
    ? `/cases/${row.about.caseId}`
    : row.about.fileId
      ? `/files/${row.about.fileId}`
      : null;
  return (
    <TimelineItem
      title={<span className="inline-block first-letter:uppercase">{title}</span>}
      tone={refused ? "warn" : weighty ? "strong" : "plain"}
      when={<Time value={entry.at} format="moment" />}
      who={
        <>
          {[actor.name, role, article, t("seq", { seq: format.number(BigInt(row.seq)) })]
            .filter(Boolean)
            .join(" · ")}
        </>
      }
    >
      {about && row.about.name && href && (
        <p className="text-small">
          <Link href={href}>{row.about.name}</Link>
        </p>
      )}
      <EntryDetails payload={payload} assignee={row.assignee} />
    </TimelineItem>
  );
}
