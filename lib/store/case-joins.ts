import type { Named } from "./case-page";
import type { Queryable } from "./client";
import { newId } from "./id";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import { rows, type Tx } from "./transaction";

export type JoinHeld = {
  /** Its live join, where the first points to another. */
  join: { id: string; leadId: string } | null;
  leadPointsOn: boolean;
  leadsOthers: boolean;
  onePerson: boolean;
  decided: { case: boolean; lead: boolean };
  /** Proceedings of the first that are open. */
  open: { id: string; version: number }[];
  /** Other cases to which one of the two points, or that point to the first. */
  thirds: string[];
};

/** What two cases are to one another now; it stands as long as both are locked. */
export async function holdJoin(
  tx: Pick<Tx, "$queryRawUnsafe">,
  caseId: string,
  leadId: string,
): Promise<JoinHeld> {
  const both = [caseId, leadId];
  const decided = (id: string): string =>
    `exists (select 1 from decisions d where d.case_id = ${id} and d.ended_at is null)`;
  const [held] = await rows<JoinHeld>(
    tx,
    `select json_build_object(
       'join', (select json_build_object('id', j.id, 'leadId', j.lead_id) from case_joins j where j.case_id = $1::uuid and j.ended_at is null),
       'leadPointsOn', exists (select 1 from case_joins j where j.case_id = $2::uuid and j.ended_at is null),
       'leadsOthers', exists (select 1 from case_joins j where j.lead_id = $1::uuid and j.ended_at is null),
       'onePerson', (select l.person_id = any(registrations_of(c.person_id)) from cases c, cases l where c.id = $1::uuid and l.id = $2::uuid),
       'decided', json_build_object('case', ${decided("$1::uuid")}, 'lead', ${decided("$2::uuid")}),
       'open', (select coalesce(json_agg(json_build_object('id', p.id, 'version', p.version)), '[]') from proceedings p
         where p.case_id = $1::uuid and p.decided_at is null),
       'thirds', (select coalesce(json_agg(t.id), '[]') from (
         select j.lead_id as id from case_joins j where j.case_id in ($1::uuid, $2::uuid) and j.ended_at is null
         union select j.case_id from case_joins j where j.lead_id = $1::uuid and j.ended_at is null) t
         where t.id not in ($1::uuid, $2::uuid))) as row`,
    ...both,
  );
  return held!;
}

type Said = { note: string; by: string; at: Date };

export async function insertJoin(
  tx: Pick<Tx, "case_joins">,
  { caseId, leadId, note, by, at }: Said & { caseId: string; leadId: string },
): Promise<void> {
  await tx.case_joins.create({
    data: { id: newId(), case_id: caseId, lead_id: leadId, note, by_id: by, at },
  });
}

/** It holds no more; what was said stays. */
export async function endJoin(tx: Pick<Tx, "case_joins">, id: string, { note, by, at }: Said): Promise<void> {
  await tx.case_joins.update({ where: { id }, data: { ended_at: at, ended_id: by, ended_note: note } });
}

/** A case beside this one, of the same episode. */
export type BesideCase = {
  id: string;
  /** `leads`: this one points to it; `joined`: it points to this one; `asked`: somebody said that they are the same. */
  is: "leads" | "joined" | "asked";
  name: string;
  episode: string;
  dateText: string | null;
  organ: Named | null;
  files: { id: string; reference: string }[];
  note: string;
  by: string;
  at: string;
};

/** Cases of the same episode that this reader sees as well: those that are joined, and those that could be. */
export async function listBeside(db: Queryable, reach: Reach, caseId: string): Promise<BesideCase[]> {
  const { rows: found } = await db.query<{ row: BesideCase }>(
    `with said as (
       select j.lead_id as other, 'leads' as is, j.note, j.by_id, j.at from case_joins j where j.case_id = $2::uuid and j.ended_at is null
       union all select j.case_id, 'joined', j.note, j.by_id, j.at from case_joins j where j.lead_id = $2::uuid and j.ended_at is null
       union all select case when d.case_id = $2::uuid then d.other_id else d.case_id end, 'asked', d.note, d.by_id, d.at
         from duplicates d where d.answer = 'same' and (d.case_id = $2::uuid or d.other_id = $2::uuid)
         and not exists (select 1 from case_joins j where j.ended_at is null
           and (j.case_id in (d.case_id, d.other_id) or j.lead_id in (d.case_id, d.other_id) and j.case_id in (d.case_id, d.other_id))))
     select json_build_object('id', c.id, 'is', s.is, 'name', p.name, 'episode', c.episode, 'dateText', c.date_text,
       'organ', (select json_build_object('kk', vo.name_kk, 'ru', vo.name_ru, 'en', vo.name_en) from vocabularies vo
         where vo.vocabulary = 'organ' and vo.code = c.organ order by vo.version desc limit 1),
       'files', (select coalesce(json_agg(json_build_object('id', f.id, 'reference', u.ref_path) order by cf.bond, u.ref_key), '[]')
         from case_files cf join files f on f.id = cf.file_id join units u on u.id = f.id where cf.case_id = c.id and ${fileSeen("f", "$1")}),
       'note', s.note, 'by', a.name, 'at', s.at) as row
     from said s join cases c on c.id = s.other join persons p on p.id = c.person_id join accounts a on a.id = s.by_id
     where ${caseSeen("c", "$1")} order by s.is = 'leads' desc, s.at, c.id`,
    [reachParameter(reach), caseId],
  );
  return found.map(({ row }) => row);
}
