import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { FilesFound } from "@/lib/units/view";
import { addressWith } from "./address";
import { FileFilters, type FileParams } from "./file-filters";
import { FileTable } from "./file-table";

type Props = {
  params: FileParams;
  found: FilesFound;
  owners: { id: string; label: string }[];
  under: string | null;
};

export function FileList({ params, found, owners, under }: Props) {
  const t = useTranslations("files.list");
  const address = (at: string | undefined) => at && addressWith("/files", { view: "list", ...params, at });
  const filtered = Object.values(params).some(Boolean);
  return (
    <>
      <FileFilters params={params} owners={owners} under={under} found={t("found", { count: found.total })} />
      {found.rows.length > 0 ? (
        <FileTable rows={found.rows} />
      ) : (
        <EmptyState
          title={t(filtered ? "nothing" : "empty")}
          action={filtered ? <ButtonLink href="/files?view=list">{t("clear")}</ButtonLink> : null}
        >
          {t(filtered ? "nothingHow" : "emptyHow")}
        </EmptyState>
      )}
      <Pager previous={address(found.previous)} next={address(found.next)} />
    </>
  );
}
