import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { CommonList } from "@/components/findings/common-list";
import { NewCommon } from "@/components/findings/new-common";
import { OwnStudies } from "@/components/findings/own-studies";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readOwn } from "@/lib/findings/read-own";
import { createCommon } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("own.title") };
}

/** The findings that wait for this author, and the common parts that many of them share. */
export default async function FindingsPage() {
  const actor = await requireActor("/findings");
  const [own, t] = await Promise.all([readOwn(actor), getTranslations("findings.own")]);
  return (
    <>
      <PageHead
        title={t("title")}
        under={t("count", { count: own.studies.length })}
        aside={<Link href="/findings/second-reading">{t("secondReading")}</Link>}
      />
      {own.studies.length === 0 && <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>}
      <ListKeys>
        <OwnStudies studies={own.studies} />
      </ListKeys>
      <CommonList commons={own.commons} />
      <NewCommon files={own.files} create={createCommon} />
    </>
  );
}
