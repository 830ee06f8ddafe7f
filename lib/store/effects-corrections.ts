import type { EffectInput } from "./effect";
import { newId } from "./id";
import type { Tx } from "./transaction";

/** Which column a clerical field stands in. A closed list: the name of a column never comes from outside. */
const columns: Record<string, { table: "persons" | "cases"; column: string }> = {
  name: { table: "persons", column: "name" },
  birth_text: { table: "persons", column: "birth_text" },
  birth_place: { table: "persons", column: "birth_place" },
  death_text: { table: "persons", column: "death_text" },
  date_text: { table: "cases", column: "date_text" },
  organ_text: { table: "cases", column: "organ_text" },
};

function placeOf(field: string): { table: string; column: string } {
  const place = columns[field];
  if (!place) throw new Error(`not a clerical field: ${field}`);
  return place;
}

/** The old text is kept beside the new one, so that it stays readable. */
export async function proposeCorrection(tx: Tx, i: EffectInput): Promise<void> {
  const { field, newText, source } = i.correction!;
  const { table, column } = placeOf(field);
  await tx.$executeRawUnsafe(
    `insert into corrections (id, proceeding_id, case_id, field, old_text, new_text, source, proposed_by, proposed_at)
     select $1::uuid, $2::uuid, $3::uuid, $4, coalesce(t.${column}, ''), $5, $6, $7::uuid, $8
     from ${table} t where t.id = $9::uuid`,
    newId(),
    i.proceeding,
    i.caseId,
    field,
    newText,
    source,
    i.by,
    i.at,
    table === "persons" ? i.personId : i.caseId,
  );
}

export async function secondCorrection(tx: Tx, i: EffectInput): Promise<void> {
  await tx.corrections.updateMany({
    where: { proceeding_id: i.proceeding, applied_at: null },
    data: { seconded_by: i.by },
  });
}

/** Applies the open correction; what the public site shows of the case is replaced with it. */
export async function signCorrection(tx: Tx, i: EffectInput): Promise<void> {
  const open = await tx.corrections.findFirstOrThrow({
    where: { proceeding_id: i.proceeding, applied_at: null },
  });
  await tx.corrections.update({ where: { id: open.id }, data: { signed_by: i.by, applied_at: i.at } });
  const { table, column } = placeOf(open.field);
  await tx.$executeRawUnsafe(
    `update ${table} set ${column} = $1, version = version + 1 where id = $2::uuid`,
    open.new_text,
    table === "persons" ? i.personId : i.caseId,
  );
  await tx.$executeRawUnsafe(
    `update released_cases r set name = p.name, born = p.birth_text from persons p, cases c
     where c.person_id = p.id and r.case_id = c.id and p.id = $1::uuid`,
    i.personId,
  );
}
