import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withParams } from "@/components/cases/address";
import { QueueChips } from "@/components/cases/queue-chips";
import { QueueFigures } from "@/components/cases/queue-figures";
import { QueueList } from "@/components/cases/queue-list";
import { QueueBacklog, QueueShortcuts } from "@/components/cases/queue-shortcuts";
import { TakeList } from "@/components/lists/take-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { placeText, readQueueFilter } from "@/lib/cases/queue-filter";
import { readQueue } from "@/lib/cases/read-queue";
import { holds } from "@/lib/law/actor";
import { mayExport } from "@/lib/lists/export";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireActor("/");
  const raw = await searchParams;
  const { after, ...params } = readQueueFilter(raw);
  const { queue, backlog, now } = await readQueue(actor, { ...params, after });
  const t = await getTranslations("queue");
  const chair = holds(actor, "chair", "commission") || holds(actor, "deputy");
  const seesCases = !actor.offices.every((office) => office.role === "administrator");
  const next = queue.next ? withParams("/", params, { after: placeText(queue.next) }) : undefined;
  return (
    <>
      <PageHead title={t("title")} />
      <QueueFigures queue={queue} />
      <QueueShortcuts queue={queue} />
      {queue.total > 0 && <QueueChips queue={queue} params={params} />}
      {queue.rows.length > 0 ? (
        <QueueList queue={queue} chair={chair} now={now} next={next} />
      ) : queue.total > 0 ? (
        <EmptyState
          title={t("empty.filtered")}
          action={<ButtonLink href="/">{t("empty.clear")}</ButtonLink>}
        />
      ) : (
        <EmptyState
          title={t("empty.title")}
          action={
            seesCases && (
              <ButtonLink kind="ghost" href="/cases">
                {t("empty.cases")}
              </ButtonLink>
            )
          }
        >
          {seesCases && t("empty.text")}
        </EmptyState>
      )}
      {queue.total > 0 && mayExport(actor, "queue") && (
        <TakeList list="queue" params={params} failed={raw.take === "purpose"} />
      )}
      <QueueBacklog backlog={backlog} auditor={holds(actor, "auditor")} />
    </>
  );
}
