import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import type { EntryRow } from "@/lib/units/view";

type Change = { what: string; before: unknown; after: unknown };

/** What happened here, newest first; an edit shows what was and what became of it. */
type Props = {
  rows: EntryRow[];
  older?: string;
  /** On a page of one person: the episode tells more. */ byEpisode?: boolean;
};

export function EntryList({ rows, older, byEpisode }: Props) {
  const t = useTranslations("files");
  if (rows.length === 0) return <EmptyState title={t("history.empty")} />;
  return (
    <>
      <Timeline label={t("history.caption")}>
        {rows.map((row) => (
          <Item key={row.seq} row={row} byEpisode={byEpisode === true} />
        ))}
      </Timeline>
      <Pager next={older} />
    </>
  );
}

function Item({ row, byEpisode }: { row: EntryRow; byEpisode: boolean }) {
  const t = useTranslations("files");
  const changes = changesOf(row.payload);
  return (
    <TimelineItem
      title={
        <>
          <Title payload={row.payload} />
          {row.kase && (
            <>
              {" · "}
              <Link href={`/cases/${row.kase.id}`} className="font-serif">
                {byEpisode ? row.kase.episode : row.kase.name}
              </Link>
            </>
          )}
        </>
      }
      when={<Time value={row.at} format="moment" />}
      who={row.actor.name}
      tone={row.payload.kind === "refusal" || row.payload.kind === "fell_back" ? "warn" : "plain"}
    >
      {row.payload.kind === "work" && shown(row.payload.facts.note) && (
        <p className="text-small text-soft">{shown(row.payload.facts.note)}</p>
      )}
      {changes.length > 0 && (
        <ul className="text-small text-soft">
          {changes.map((change) => (
            <li key={change.what}>
              {t.has(`field.${change.what}`) ? t(`field.${change.what}`) : change.what}:{" "}
              {shown(change.before) && (
                <>
                  <s>{shown(change.before)}</s>{" "}
                </>
              )}
              <b className="font-medium text-ink">{shown(change.after) || t("nothing")}</b>
            </li>
          ))}
        </ul>
      )}
    </TimelineItem>
  );
}

function Title({ payload }: { payload: EntryRow["payload"] }) {
  const t = useTranslations("files.history");
  const law = useTranslations("law");
  switch (payload.kind) {
    case "act":
      return law(`actDone.${payload.act}`);
    case "work":
    case "rule_set":
      return law(`work.${payload.work}`);
    case "refusal":
      return t("refusal", { act: nameOfAct(law, payload.act) });
    case "fell_back":
      return t("fell_back", { step: law(`step.${payload.to}`), count: payload.voids.length });
    case "standing":
      return law(`standing.${payload.to}`);
    case "stage":
      return law(`stage.${payload.to}`);
    case "arrived":
    case "departed":
    case "imported":
    case "account":
      return t(payload.kind);
    case "statement":
    case "passkey":
    case "reset":
      // Never about a file.
      return null;
  }
}

const nameOfAct = (law: ReturnType<typeof useTranslations<"law">>, act: string): string =>
  law.has(`act.${act}`) ? law(`act.${act}`) : law(`workAct.${act}`);

function changesOf(payload: EntryRow["payload"]): Change[] {
  const facts = payload.kind === "work" ? (payload.facts as { changes?: Change[] }) : {};
  return facts.changes ?? [];
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return typeof value === "string" ? value : JSON.stringify(value);
  return Object.values(value)
    .filter((part) => part !== null)
    .join(" · ");
}
