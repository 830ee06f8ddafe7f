import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/button";
import type { Backlog, Queue, QueueKind } from "@/lib/cases/view";
import { withParams } from "./address";

const actOf: Partial<Record<QueueKind, string>> = {
  sign: "sign",
  read: "concur",
  reply: "lift",
  conclude: "conclude",
  confirm: "confirm",
  enter_act: "enter_act",
  confirm_act: "confirm_act",
};

/** What many items of one kind have in common can be done in one act. */
export function QueueShortcuts({ queue }: { queue: Queue }) {
  const t = useTranslations("queue.register");
  const assign = queue.counts.assign ?? 0;
  if (queue.registers.length === 0 && queue.conflicts === 0 && assign === 0) return null;
  return (
    <section aria-label={t("title")} className="no-print mb-5 flex flex-wrap gap-2.5">
      {queue.conflicts > 0 && (
        <ButtonLink kind="ghost" href="/conflicts">
          {t("conflicts", { count: queue.conflicts })}
        </ButtonLink>
      )}
      {queue.registers.map(({ what, kind, step, outcome, count }) => (
        <ButtonLink
          key={`${what}-${kind}-${step}-${outcome}`}
          kind="ghost"
          href={withParams("/registers", { act: actOf[what], kind, step, outcome: outcome ?? undefined })}
        >
          {t(what, { count })}
        </ButtonLink>
      ))}
      {assign > 0 && (
        <ButtonLink kind="ghost" href="/assign">
          {t("assign", { count: assign })}
        </ButtonLink>
      )}
    </section>
  );
}

const places: { key: keyof Backlog; href: string }[] = [
  { key: "toOpen", href: "/registers?act=open" },
  { key: "toDescribe", href: "/files?waiting=count" },
  { key: "toDeclassify", href: "/files?waiting=open" },
  { key: "toConfirm", href: "/accounts" },
  { key: "rulesToConfirm", href: "/rules" },
  { key: "transfers", href: "/transfers?waiting=me" },
];

/** What is not a proceeding yet: a count with the list behind it. */
export function QueueBacklog({ backlog, auditor }: { backlog: Backlog; auditor: boolean }) {
  const t = useTranslations("queue.backlog");
  const shown = places.filter(({ key }) => backlog[key] > 0);
  if (shown.length === 0 && !auditor) return null;
  return (
    <section className="mt-9">
      <h2 className="label mb-2.5">{t("title")}</h2>
      <ul className="flex flex-col gap-1.5">
        {shown.map(({ key, href }) => (
          <li key={key}>
            <Link href={href}>{t(key, { count: backlog[key] })}</Link>
          </li>
        ))}
        {auditor && (
          <li>
            <Link href="/history">{t("history")}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
