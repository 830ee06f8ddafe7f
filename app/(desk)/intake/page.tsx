import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MappingsTable } from "@/components/intake/mappings-table";
import { ProposalsTable } from "@/components/intake/proposals-table";
import { UploadForm } from "@/components/intake/upload-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/actor";
import { readMappings } from "@/lib/intake/kept-mappings";
import { readProposals } from "@/lib/intake/read";
import { beginImport, forgetMapping } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title") };
}

export default async function IntakePage() {
  const actor = await requireActor("/intake");
  const proposals = await readProposals(actor);
  const mappings = await readMappings(actor);
  if (!proposals || !mappings) notFound();
  const t = await getTranslations("intake");
  return (
    <>
      <PageHead title={t("title")} under={t("under")} />
      <Panel title={t("upload.title")}>
        <UploadForm begin={beginImport} />
      </Panel>
      {proposals.length === 0 ? (
        <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
      ) : (
        <section>
          <h2 className="heading mb-2">{t("list.title")}</h2>
          <ProposalsTable proposals={proposals} />
        </section>
      )}
      {mappings.length > 0 && (
        <section className="mt-8">
          <h2 className="heading mb-1">{t("mappings.title")}</h2>
          <p className="mb-2 text-soft">{t("mappings.text")}</p>
          <MappingsTable mappings={mappings} act={forgetMapping} />
        </section>
      )}
    </>
  );
}
