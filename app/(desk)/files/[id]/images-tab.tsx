import { AttachForm } from "@/components/sheets/attach-form";
import { ImageTable } from "@/components/sheets/image-table";
import { foliationOf, RowPanel, sheetAt } from "@/components/units/contents";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/law/actor";
import { readImages, slugAt } from "@/lib/sheets/read";
import type { FilePage } from "@/lib/units/view";

type ImagesTabProps = { actor: Actor; page: FilePage };

/** The page images of a file; one more is attached by the label of its sheet. */
export async function ImagesTab({ actor, page: { file, may } }: ImagesTabProps) {
  const t = await getTranslations("files.images");
  const foliation = foliationOf(file.foliation);
  const rows = (await readImages(actor, file.id)).flatMap((image) => {
    const slug = foliation && slugAt(foliation, image.position);
    return slug ? [{ ...image, slug, label: sheetAt(foliation, image.position) }] : [];
  });
  const attaches = may.attach_image && foliation !== null;
  return (
    <>
      <ImageTable fileId={file.id} rows={rows} attaches={attaches} />
      {attaches && (
        <RowPanel title={t("addTitle")}>
          <AttachForm fileId={file.id} />
        </RowPanel>
      )}
    </>
  );
}
