import { getTranslations } from "next-intl/server";
import { addressWith } from "@/components/units/address";
import { LinkedCases } from "@/components/units/contents";
import { EntryList } from "@/components/units/entry-list";
import type { FileTab } from "@/components/units/file-tabs";
import { ButtonLink } from "@/components/ui/button";
import type { Actor } from "@/lib/law/actor";
import { readFileEntries, readLinkedCases } from "@/lib/units/read";
import type { FilePage } from "@/lib/units/view";
import { MaterialsTab, NamedTab } from "./contents-tabs";
import { ImagesTab } from "./images-tab";
import { SpansTab } from "./spans-tab";

type TabBodyProps = {
  actor: Actor;
  page: FilePage;
  search: { tab: FileTab; row: string | undefined; before: number | null };
};

/** The part of the file that the address names. */
export async function TabBody(props: TabBodyProps) {
  const { actor, page, search } = props;
  const { id } = page.file;
  switch (search.tab) {
    case "spans":
      return <SpansTab {...props} />;
    case "images":
      return <ImagesTab {...props} />;
    case "materials":
      return <MaterialsTab {...props} />;
    case "named":
      return <NamedTab {...props} />;
    case "cases": {
      const t = await getTranslations("files.cases");
      return (
        <LinkedCases rows={await readLinkedCases(actor, id)}>
          {page.may.register_case && <ButtonLink href={`/files/${id}/register`}>{t("register")}</ButtonLink>}
          {page.may.link_file && (
            <ButtonLink kind="ghost" href={`/files/${id}/link`}>
              {t("link")}
            </ButtonLink>
          )}
        </LinkedCases>
      );
    }
    case "history": {
      const { rows, older } = await readFileEntries(actor, id, search.before);
      const next =
        older === null ? undefined : addressWith(`/files/${id}`, { tab: "history", before: String(older) });
      return <EntryList rows={rows} older={next} />;
    }
  }
}
