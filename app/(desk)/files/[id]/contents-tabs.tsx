import { getLocale, getTranslations } from "next-intl/server";
import { foliationOf, Materials, NamedInFile, RowPanel, sheetAt } from "@/components/units/contents";
import { MaterialForm, MentionForm } from "@/components/units/contents-forms";
import { optionsOf } from "@/components/units/options";
import type { Actor } from "@/lib/law/actor";
import { readMaterials, readNamed, readWords } from "@/lib/units/read";
import type { FilePage } from "@/lib/units/view";
import { nameExtent } from "@/lib/archive/named-extents";
import { describeMaterial, nameMention } from "./actions";

type RowsTabProps = { actor: Actor; page: FilePage; search: { row: string | undefined } };

export async function MaterialsTab({ actor, page: { file, may }, search }: RowsTabProps) {
  const [t, locale] = await Promise.all([getTranslations("files"), getLocale()]);
  const [rows, words] = await Promise.all([readMaterials(actor, file.id), readWords(actor, ["material"])]);
  const edits = may.describe_material && file.foliation !== null;
  const row = rows.find((one) => one.id === search.row) ?? null;
  const foliation = foliationOf(file.foliation);
  const form = edits && (
    <RowPanel title={t(row ? "materials.editTitle" : "materials.addTitle")}>
      <MaterialForm
        key={row?.stamp}
        fileId={file.id}
        row={row}
        sheets={row && foliation ? nameExtent(foliation, row) : ""}
        graded={file.grade !== null}
        kinds={optionsOf(words.material, locale, row?.kind)}
        action={describeMaterial}
      />
    </RowPanel>
  );
  return <Materials fileId={file.id} foliation={file.foliation} rows={rows} edits={edits} form={form} />;
}

export async function NamedTab({ actor, page: { file, may }, search }: RowsTabProps) {
  const t = await getTranslations("files");
  const rows = await readNamed(actor, file.id);
  const row = rows.find((one) => one.id === search.row) ?? null;
  const form = may.name_mention && (
    <RowPanel title={t(row ? "named.editTitle" : "named.addTitle")}>
      <MentionForm
        key={row?.stamp}
        fileId={file.id}
        row={row}
        sheet={sheetAt(foliationOf(file.foliation), row?.position ?? null)}
        action={nameMention}
      />
    </RowPanel>
  );
  return (
    <NamedInFile
      fileId={file.id}
      foliation={file.foliation}
      rows={rows}
      edits={may.name_mention}
      form={form}
    />
  );
}
