import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { EntryItem } from "@/components/history/entry-item";
import { EntryStanding } from "@/components/history/entry-standing";
import { EntryTake } from "@/components/history/entry-take";
import { AuditPath, EntryWitnesses, Evidence, Verbatim } from "@/components/history/evidence";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Timeline } from "@/components/ui/timeline";
import { requireActor } from "@/lib/auth/actor";
import { mayExport } from "@/lib/history/exporter";
import { readEntryPage } from "@/lib/history/read-entry";
import { entryName } from "@/lib/history/schema";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proof.entry"))("one") };
}

/** One entry with what proves it, for those who find it in the list of the history. */
export default async function EntryProofPage({ params }: Props) {
  const { id } = await params;
  const by = entryName.safeParse(id);
  const actor = await requireActor(by.success ? `/history/entries/${id}` : "/history");
  const page = by.success ? await readEntryPage(actor, by.data) : null;
  if (!page) notFound();
  const [t, format] = await Promise.all([getTranslations("proof.entry"), getFormatter()]);
  const { evidence } = page;
  return (
    <>
      <PageHead
        title={t("title", { seq: format.number(BigInt(page.row.seq)) })}
        under={t("lead")}
        aside={
          <ButtonLink kind="ghost" className="no-print" href="/history">
            {t("back")}
          </ButtonLink>
        }
      />
      <div className="max-w-220">
        <EntryStanding page={page} now={new Date()} />
        <div className="mb-7">
          <Timeline label={t("told")}>
            <EntryItem row={page.row} about />
          </Timeline>
        </div>
        <EntryTake page={page} exporter={mayExport(actor)} />
        <Evidence page={page} />
        {evidence && <AuditPath steps={evidence.steps} />}
        {evidence && <EntryWitnesses witnesses={evidence.witnesses} />}
        {evidence && <Verbatim title={t("note")} text={evidence.note} />}
        <Verbatim title={t("bytes")} text={page.bytes} />
      </div>
    </>
  );
}
