import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TakeList } from "@/components/lists/take-list";
import { addressWith, readOpen } from "@/components/units/address";
import { fileFilters, type FileParams } from "@/components/units/file-filters";
import { FileList } from "@/components/units/file-list";
import { UnitTree } from "@/components/units/unit-tree";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { mayExport } from "@/lib/lists/export";
import { fileQuery } from "@/lib/units/query";
import { readAgencies, readFiles, readTree, readUnit } from "@/lib/units/read";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("files"))("title") };
}

export default async function FilesPage({ searchParams }: Props) {
  const actor = await requireActor("/files");
  const raw = await searchParams;
  const text = (name: string) => (typeof raw[name] === "string" && raw[name] !== "" ? raw[name] : undefined);
  const params: FileParams = Object.fromEntries(fileFilters.map((name) => [name, text(name)]));
  const asked = text("view") ?? (Object.values(params).some(Boolean) ? "list" : "tree");
  const [t, locale] = await Promise.all([getTranslations("files"), getLocale()]);
  const open = text("open") === undefined ? null : readOpen(text("open"));
  const tree = asked === "tree" ? await readTree(actor, open) : null;
  const tabs = [
    {
      label: t("tree.tab"),
      href: addressWith("/files", { view: "tree", open: text("open") }),
      current: tree !== null,
    },
    {
      label: t("list.tab"),
      href: addressWith("/files", { view: "list", ...params }),
      current: tree === null,
    },
  ];
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <Tabs label={t("views")} items={tabs} />
      {tree ? (
        tree.branch.nodes.length > 0 ? (
          <ListKeys>
            <UnitTree branch={tree.branch} params={tree} />
          </ListKeys>
        ) : (
          <EmptyState title={t("tree.empty")}>{t("tree.emptyHow")}</EmptyState>
        )
      ) : (
        <FileList
          params={params}
          found={await readFiles(actor, fileQuery(params, text("at")))}
          owners={(await readAgencies(actor)).map(({ id, name }) => ({ id, label: name[locale] }))}
          under={params.under ? ((await readUnit(actor, params.under))?.title ?? null) : null}
        />
      )}
      {tree === null && mayExport(actor, "files") && (
        <TakeList list="files" params={{ view: "list", ...params }} failed={raw.take === "purpose"} />
      )}
    </>
  );
}
