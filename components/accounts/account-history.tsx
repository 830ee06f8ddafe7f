import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { refusalSentences } from "@/lib/accounts/sentences";
import type { AccountView } from "@/lib/accounts/view";

type Event = AccountView["events"][number];

/** What was done to the account, by whom and under which article; the newest first. */
export function AccountHistory({ events, held }: Pick<AccountView, "events" | "held">) {
  const t = useTranslations("accounts");
  const role = useTranslations("shell.role");
  const roleOf = ({ facts }: Event) => {
    const id = facts.appointment ?? facts.delegation ?? facts.clearance;
    const one = held.find((each) => each.id === id);
    return one && (one.role ? role(one.role) : t("clearance"));
  };
  return (
    <Timeline label={t("history")}>
      {events.map((event) => (
        <TimelineItem
          key={event.id}
          tone={event.condition ? "warn" : "plain"}
          title={[t(`event.${nameOf(event)}`), roleOf(event)].filter(Boolean).join(": ")}
          when={<Time value={event.at} format="moment" />}
          who={event.actor.role === "operator" ? t("operator", { name: event.actor.name }) : event.actor.name}
        >
          {event.condition && t("refusedBecause", { why: t(sentenceOf(event.condition)) })}{" "}
          {event.article && (
            <span className="text-small text-soft">{t("article", { article: event.article })}</span>
          )}
        </TimelineItem>
      ))}
    </Timeline>
  );
}

/** What is told in a form of its own says what became of it. */
const nameOf = ({ what, how }: Event): string =>
  (what === "reset" || what === "passkey") && how ? `${what}.${how}` : what;

function sentenceOf(condition: string) {
  return condition in refusalSentences
    ? refusalSentences[condition as keyof typeof refusalSentences]
    : refusalSentences.heldRole;
}
