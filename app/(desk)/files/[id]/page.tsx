import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ExportForm } from "@/components/units/export-form";
import { fileTabs, FileTabs, type FileTab } from "@/components/units/file-tabs";
import { FileFacts } from "@/components/units/file-facts";
import { FileHead } from "@/components/units/file-head";
import { FileQuestion } from "@/components/units/file-question";
import { SavedNotice } from "@/components/units/saved-notice";
import { UnitPage } from "@/components/units/unit-page";
import { Columns } from "@/components/ui/columns";
import { requireActor } from "@/lib/auth/actor";
import { newKey } from "@/lib/units/key";
import { readChildren, readFile, readUnit } from "@/lib/units/read";
import { openDeclassification } from "./actions";
import { EditPanel } from "./edit-panel";
import { TabBody } from "./tab-body";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const unit = await readUnit(await requireActor(`/files/${id}`), id);
  return { title: unit ? unit.title || unit.reference : (await getTranslations("common"))("notFound.title") };
}

export default async function FilePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/files/${id}`);
  const [raw, unit] = await Promise.all([searchParams, readUnit(actor, id)]);
  if (!unit) notFound();
  const text = (name: string) => (typeof raw[name] === "string" ? raw[name] : undefined);
  const exportFailed = text("export") === "purpose";
  if (!unit.file) {
    const from = Math.max(0, Number(text("from")) || 0);
    const children_ = await readChildren(actor, id, from);
    return <UnitPage {...{ unit, from, children_, exportFailed }} />;
  }
  const page = await readFile(actor, id);
  if (!page) notFound();
  const tab: FileTab = fileTabs.find((known) => known === text("tab")) ?? "spans";
  const search = { tab, row: text("row"), before: Number(text("before")) || null };
  return (
    <>
      <FileHead file={page.file} path={unit.path} />
      <SavedNotice saved={text("saved")} voided={Number(text("voided")) || 0} />
      <Columns aside={<FileFacts file={page.file} />}>
        {text("edit") ? (
          <EditPanel actor={actor} page={page} what={text("edit")} />
        ) : (
          <FileQuestion page={page} opening={openDeclassification} requestKey={newKey()} />
        )}
        <FileTabs file={page.file} tab={tab} />
        <TabBody actor={actor} page={page} search={search} />
        <ExportForm unitId={id} failed={exportFailed} />
      </Columns>
    </>
  );
}
