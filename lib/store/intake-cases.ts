import { amongIds } from "./among";
import { copyRows, type Copier } from "./copy";
import { writeAll } from "./intake-units";
import type { Writer } from "./transaction";

export type CaseColumns = {
  id: string;
  episode: string;
  category: string | null;
  region: string | null;
  organ: string | null;
  organ_text: string | null;
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
  imported: Record<string, string>;
};
const caseTypes = `id uuid, person_id uuid, episode text, category text, region text, organ text, organ_text text,
  date_text text, date_edtf text, date_from date, date_to date, imported jsonb, source_key text, registered_by uuid`;

export type NewCase = CaseColumns & { person_id: string; source_key: string; registered_by: string };
const caseColumns = [
  ...["id", "person_id", "episode", "category", "region", "organ", "organ_text", "date_text", "date_edtf"],
  ...["date_from", "date_to", "imported", "source_key", "registered_by"],
] as (keyof NewCase)[];

/** Cases arrive archived: the stage is not even named here. */
export function insertCases(tx: Copier, cases: readonly NewCase[]): Promise<void> {
  return copyRows(tx, "cases", caseColumns, cases);
}

export function updateCases(tx: Writer, cases: readonly CaseColumns[]): Promise<void> {
  return writeAll(
    tx,
    `update cases c set episode = n.episode, category = n.category, region = n.region, organ = n.organ,
       organ_text = n.organ_text, date_text = n.date_text, date_edtf = n.date_edtf, date_from = n.date_from,
       date_to = n.date_to, imported = n.imported, version = c.version + 1
     from jsonb_to_recordset($1::jsonb) as n(${caseTypes}) where c.id = n.id`,
    cases,
  );
}

export type NewCharge = { id: string; case_id: string; position: number; article: string };
export type NewMeasure = {
  id: string;
  case_id: string;
  position: number;
  kind: string;
  text: string;
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
};

export function insertCharges(tx: Copier, charges: readonly NewCharge[]): Promise<void> {
  return copyRows(tx, "charges", ["id", "case_id", "position", "article"], charges);
}

const measureColumns = [
  ...["id", "case_id", "position", "kind", "text", "date_text", "date_edtf", "date_from", "date_to"],
] as (keyof NewMeasure)[];

export function insertMeasures(tx: Copier, measures: readonly NewMeasure[]): Promise<void> {
  return copyRows(tx, "measures", measureColumns, measures);
}

/** Takes the charges or the measures of these cases away, to be written anew. */
export async function clearParts(
  tx: Writer,
  table: "charges" | "measures",
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return;
  const statement = {
    charges: `delete from charges where case_id = ${amongIds("$1")}`,
    measures: `delete from measures where case_id = ${amongIds("$1")}`,
  };
  await tx.$executeRawUnsafe(statement[table], JSON.stringify(caseIds));
}

export type CaseLink = { case_id: string; file_id: string; bond: string; linked_by: string };

export function linkFiles(tx: Writer, links: readonly CaseLink[]): Promise<void> {
  return writeAll(
    tx,
    `insert into case_files (case_id, file_id, bond, linked_by)
     select case_id, file_id, bond, linked_by
     from jsonb_to_recordset($1::jsonb) as l(case_id uuid, file_id uuid, bond text, linked_by uuid)
     on conflict (case_id, file_id) do update set bond = excluded.bond`,
    links,
  );
}
