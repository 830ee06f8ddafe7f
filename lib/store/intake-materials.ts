import { amongIds, amongTexts } from "./among";
import { copyRows, type Copier } from "./copy";
import { writeAll } from "./intake-units";
import { rows, type Reader, type Writer } from "./transaction";

export type KnownMaterial = {
  id: string;
  file_id: string;
  kind: string;
  title: string;
  date_text: string | null;
  from_pos: number;
  to_pos: number;
  had_grade: boolean;
  source_key: string | null;
  imported: Record<string, string> | null;
};

/** The documents of these files, and those that carry one of these keys wherever they lie. */
export function loadMaterials(
  tx: Reader,
  fileIds: readonly string[],
  keys: readonly string[],
): Promise<KnownMaterial[]> {
  return rows<KnownMaterial>(
    tx,
    `select json_build_object('id', id, 'file_id', file_id, 'kind', kind, 'title', title, 'date_text', date_text,
       'from_pos', from_pos, 'to_pos', to_pos, 'had_grade', had_grade, 'source_key', source_key, 'imported', imported) as row
     from materials where file_id = ${amongIds("$1")}
       or source_key = ${amongTexts("$2")} order by file_id, from_pos, id`,
    JSON.stringify(fileIds),
    JSON.stringify(keys),
  );
}

export type MaterialColumns = {
  id: string;
  kind: string;
  title: string;
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
  from_pos: number;
  to_pos: number;
  had_grade: boolean;
  imported: Record<string, string>;
};
export type NewMaterial = MaterialColumns & { file_id: string; source_key: string };

const types = `id uuid, file_id uuid, kind text, title text, date_text text, date_edtf text, date_from date, date_to date,
  from_pos int, to_pos int, had_grade boolean, imported jsonb, source_key text`;

const materialColumns = [
  ...[
    "id",
    "file_id",
    "kind",
    "title",
    "date_text",
    "date_edtf",
    "date_from",
    "date_to",
    "from_pos",
    "to_pos",
  ],
  ...["had_grade", "imported", "source_key"],
] as (keyof NewMaterial)[];

export function insertMaterials(tx: Copier, materials: readonly NewMaterial[]): Promise<void> {
  return copyRows(tx, "materials", materialColumns, materials);
}

export function updateMaterials(tx: Writer, materials: readonly MaterialColumns[]): Promise<void> {
  return writeAll(
    tx,
    `update materials m set kind = n.kind, title = n.title, date_text = n.date_text, date_edtf = n.date_edtf,
       date_from = n.date_from, date_to = n.date_to, from_pos = n.from_pos, to_pos = n.to_pos, had_grade = n.had_grade,
       imported = n.imported
     from jsonb_to_recordset($1::jsonb) as n(${types}) where m.id = n.id`,
    materials,
  );
}
