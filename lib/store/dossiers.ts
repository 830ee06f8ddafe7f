import { canonicalBytes, hashOf } from "@/lib/ledger/canonical";
import { rows, type Tx } from "./transaction";

/**
 * What a signature covers, as one document a proceeding. Left out on purpose: titles, notes, assignments,
 * translations, labels, access answers and scans that nobody cites; changing those voids nothing.
 */
const fileStatement = `
  select json_build_object('proceeding', p.id, 'body', json_build_object('v', 1, 'kind', 'declassification', 'round', p.round,
    'rules', p.rules, 'file', json_build_object('id', f.id, 'reference', u.ref_path, 'foliation', f.foliation, 'leaves', f.leaf_count,
      'grade', f.grade, 'owners', (select coalesce(json_agg(o.agency_id order by o.agency_id), '[]') from file_owners o where o.file_id = f.id)),
    'spans', (select coalesce(json_agg(json_build_object('from', s.from_pos, 'to', s.to_pos, 'secrecy', s.secrecy, 'grade', s.grade,
        'owner', s.owner_id, 'basis', s.basis, 'review', s.review_date, 'answer', s.owner_answer, 'answerBasis', s.owner_basis,
        'answerReview', s.owner_review_date) order by s.from_pos), '[]') from spans s where s.file_id = f.id),
    'certificates', (select coalesce(json_agg(m.title order by m.id), '[]') from materials m where m.file_id = f.id and m.certificate))) as row
  from proceedings p join files f on f.id = p.file_id join units u on u.id = f.id where p.id = any($1::uuid[])`;

const caseStatement = `
  with p as (select * from proceedings where id = any($1::uuid[]) and case_id is not null),
  v as (select distinct on (p.id) p.id proceeding, v.* from p join findings fi on fi.case_id = p.case_id
    join finding_versions v on v.finding_id = fi.id where v.submitted_at is not null order by p.id, v.number desc),
  cited as (select v.proceeding, ci.file_id, ci.from_pos, ci.to_pos from v
    join claims cl on cl.version_id = v.id or cl.version_id = v.common_version_id join citations ci on ci.claim_id = cl.id)
  select json_build_object('proceeding', p.id, 'body', json_build_object('v', 1, 'kind', 'rehabilitation', 'round', p.round,
    'rules', p.rules, 'person', json_build_object('id', pe.id, 'name', pe.name, 'birth', pe.birth_text, 'birthPlace', pe.birth_place),
    'case', json_build_object('id', c.id, 'organ', c.organ, 'organText', c.organ_text, 'date', c.date_text,
      'charges', (select coalesce(json_agg(json_build_object('article', ch.article, 'text', ch.text) order by ch.position, ch.id), '[]')
        from charges ch where ch.case_id = c.id),
      'measures', (select coalesce(json_agg(json_build_object('kind', me.kind, 'text', me.text, 'date', me.date_text)
        order by me.position, me.id), '[]') from measures me where me.case_id = c.id)),
    'finding', (select json_build_object('version', v.number, 'hash', v.hash, 'outcome', v.outcome, 'earlierAct', v.earlier_act,
      'common', (select cv.hash from finding_versions cv where cv.id = v.common_version_id)) from v where v.proceeding = p.id),
    'images', (select coalesce(json_agg(json_build_object('file', x.file_id, 'side', x.position, 'sha256', x.sha256)
        order by x.file_id, x.position), '[]')
      from (select distinct im.file_id, im.position, im.sha256 from cited ci join sheet_images im on im.file_id = ci.file_id
        and im.position between ci.from_pos and ci.to_pos and im.replaced_at is null where ci.proceeding = p.id) x))) as row
  from p join cases c on c.id = p.case_id join persons pe on pe.id = c.person_id`;

/** Makes the dossiers of these proceedings anew and names each in its proceeding. Returns hash by proceeding. */
export async function makeDossiers(
  tx: Tx,
  proceedings: readonly string[],
  at: Date,
): Promise<Map<string, string>> {
  if (proceedings.length === 0) return new Map();
  const found = [
    ...(await rows<{ proceeding: string; body: object }>(tx, fileStatement, proceedings)),
    ...(await rows<{ proceeding: string; body: object }>(tx, caseStatement, proceedings)),
  ].map((d) => ({
    proceeding: d.proceeding,
    hash: hashOf(d.body),
    bytes: canonicalBytes(d.body).toString("base64"),
  }));
  await tx.$executeRawUnsafe(
    `with d as (select * from jsonb_to_recordset($1::jsonb) as d(proceeding uuid, hash text, bytes text)),
     kept as (insert into dossiers (hash, proceeding_id, bytes, made_at)
       select d.hash, d.proceeding, decode(d.bytes, 'base64'), $2 from d on conflict (hash) do nothing)
     update proceedings p set dossier_hash = d.hash from d where p.id = d.proceeding`,
    JSON.stringify(found),
    at,
  );
  return new Map(found.map((d) => [d.proceeding, d.hash]));
}
