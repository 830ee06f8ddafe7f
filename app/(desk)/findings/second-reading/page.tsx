import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadingGroups } from "@/components/findings/reading-groups";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readOwnReadings } from "@/lib/findings/read-own";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("secondReading.title") };
}

/** What waits for this second reader: lists with one common part together, each to be concurred with by register. */
export default async function SecondReadingPage() {
  const actor = await requireActor("/findings/second-reading");
  const [groups, t] = await Promise.all([readOwnReadings(actor), getTranslations("findings.secondReading")]);
  const count = groups.reduce((sum, group) => sum + group.readings.length, 0);
  return (
    <>
      <PageHead title={t("title")} under={t("count", { count })} />
      {count === 0 && <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>}
      <ListKeys>
        <ReadingGroups groups={groups} />
      </ListKeys>
    </>
  );
}
