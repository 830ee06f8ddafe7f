import type { ProceedingFacts } from "@/lib/law/matter";
import type { ProceedingKind } from "@/lib/law/words";
import { rows, type Tx } from "./transaction";

/** What an edit is about. */
export type About = {
  fileId?: string | null;
  caseId?: string | null;
  personId?: string | null;
  /** One side of a sheet: then only what cites that side is hit. */
  side?: number | null;
};

export type WorkFacts = {
  authorOfIt: boolean;
  authorOfCase: boolean;
  readerOfIt: boolean;
  conflict: boolean;
  archiveId: string | null;
  decided: boolean;
};

/** Locks what the edit is about, files before cases. */
export async function lockAbout(tx: Tx, about: About): Promise<void> {
  if (about.fileId)
    await tx.$executeRawUnsafe("select 1 from files where id = $1::uuid for update", about.fileId);
  await tx.$executeRawUnsafe(
    `select 1 from cases where id = $1::uuid or person_id = $2::uuid
       or id in (select case_id from case_files where file_id = $3::uuid) order by id for update`,
    about.caseId ?? null,
    about.personId ?? null,
    about.fileId ?? null,
  );
}

/** What the law looks at before a work. $1 account, $2 file, $3 case, $4 person. */
export async function loadWorkFacts(
  tx: Pick<Tx, "$queryRawUnsafe">,
  accountId: string,
  about: About,
): Promise<WorkFacts> {
  const [facts] = await rows<WorkFacts>(
    tx,
    `with held as (select a.duty, p.step, p.file_id, p.case_id from assignments a join proceedings p on p.id = a.proceeding_id
       where a.account_id = $1::uuid and a.ended_at is null and p.decided_at is null),
     mine as (select duty, step from held where file_id = $2::uuid or case_id = $3::uuid)
     select json_build_object(
       'authorOfIt', exists (select 1 from mine where duty = 'author' and step = 'study'),
       'authorOfCase', $3::uuid is null and exists (select 1 from held h join case_files cf on cf.case_id = h.case_id
         where cf.file_id = $2::uuid and h.duty = 'author' and h.step = 'study'),
       'readerOfIt', exists (select 1 from mine where duty = 'second_reader'),
       'conflict', coalesce((select answer = 'conflict' from conflict_answers where account_id = $1::uuid
         and (case_id = $3::uuid or file_id = $2::uuid) order by at desc, id desc limit 1), false),
       'archiveId', (select body_id from units where id = $2::uuid),
       'decided', exists (select 1 from decisions d where d.ended_at is null and d.result = 'granted'
         and (d.file_id = $2::uuid or d.case_id = $3::uuid
           or d.case_id in (select id from cases where person_id = $4::uuid)))) as row`,
    accountId,
    about.fileId ?? null,
    about.caseId ?? null,
    about.personId ?? null,
  );
  return facts!;
}

export type Hit = ProceedingFacts & {
  kind: ProceedingKind;
  fileId: string | null;
  caseId: string | null;
  /** The part for which it is suspended. */
  suspendedFor: string | null;
};

/** Open proceedings whose dossier holds what is edited: of the file itself, and of every case that cites it. */
export async function loadHit(tx: Pick<Tx, "$queryRawUnsafe">, about: About): Promise<Hit[]> {
  return rows<Hit>(
    tx,
    `select json_build_object('id', p.id, 'kind', p.kind, 'fileId', p.file_id, 'caseId', p.case_id, 'step', p.step,
       'version', p.version, 'round', p.round, 'single', p.single, 'suspended', p.suspended is not null, 'suspendedFor', p.suspended,
       'signatures', (select coalesce(json_agg(json_build_object('id', s.id, 'slot', s.slot, 'accountId', s.account_id,
           'question', s.question, 'answer', s.answer, 'outcome', s.outcome)), '[]')
         from signatures s where s.proceeding_id = p.id and s.void_at is null)) as row
     from proceedings p
     where p.decided_at is null and (p.file_id = $1::uuid or p.case_id = $2::uuid
       or p.case_id in (select id from cases where person_id = $3::uuid)
       or p.case_id in (select f.case_id from citations ci join claims cl on cl.id = ci.claim_id
         join finding_versions v on v.id = cl.version_id join findings f on f.id = v.finding_id where ci.file_id = $1::uuid
           and ($4::int is null or $4 between ci.from_pos and ci.to_pos)))`,
    about.fileId ?? null,
    about.caseId ?? null,
    about.personId ?? null,
    about.side ?? null,
  );
}

/** An act that was entered but not confirmed is left behind when its proceeding goes back to an earlier step. */
export async function dropLegalActs(tx: Tx, proceedings: readonly string[], at: Date): Promise<void> {
  if (proceedings.length === 0) return;
  await tx.$executeRawUnsafe(
    `update legal_act_items set dropped_at = $2
     where proceeding_id = any($1::uuid[]) and confirmed_at is null and dropped_at is null`,
    proceedings,
    at,
  );
}

/**
 * Open proceedings that concern these cases or this file, with who has signed there or is assigned although
 * their newest answer on something that it concerns is a conflict.
 */
export async function loadConflicted(
  tx: Pick<Tx, "$queryRawUnsafe">,
  cases: readonly string[],
  files: readonly string[],
): Promise<(Hit & { conflicted: string[] })[]> {
  return rows(
    tx,
    `with touched as (
       select unnest($1::uuid[]) id union select case_id from case_files where file_id = any($2::uuid[])
     ), wanted as (
       select p.* from proceedings p where p.decided_at is null and (p.case_id in (select id from touched)
         or p.file_id = any($2::uuid[]) or p.file_id in (select cf.file_id from case_files cf join touched t on t.id = cf.case_id))
     ), involved as (
       select s.proceeding_id, s.account_id from signatures s join wanted w on w.id = s.proceeding_id where s.void_at is null
       union select a.proceeding_id, a.account_id from assignments a join wanted w on w.id = a.proceeding_id where a.ended_at is null
     ), concerned as (
       select w.id, w.case_id from wanted w where w.case_id is not null
       union select w.id, cf.case_id from wanted w join case_files cf on cf.file_id = w.file_id
     ), caught as (
       select distinct i.proceeding_id, i.account_id from involved i
       where exists (select 1 from concerned c where c.id = i.proceeding_id and 'conflict' = (
           select a.answer from conflict_answers a where a.account_id = i.account_id and a.case_id = c.case_id
           order by a.at desc, a.id desc limit 1))
         or 'conflict' = (select a.answer from wanted w join conflict_answers a on a.file_id = w.file_id
           where w.id = i.proceeding_id and a.account_id = i.account_id order by a.at desc, a.id desc limit 1)
     )
     select json_build_object('id', p.id, 'kind', p.kind, 'fileId', p.file_id, 'caseId', p.case_id, 'step', p.step,
       'version', p.version, 'round', p.round, 'single', p.single, 'suspended', p.suspended is not null, 'suspendedFor', p.suspended,
       'conflicted', (select json_agg(c.account_id) from caught c where c.proceeding_id = p.id),
       'signatures', (select coalesce(json_agg(json_build_object('id', s.id, 'slot', s.slot, 'accountId', s.account_id,
           'question', s.question, 'answer', s.answer, 'outcome', s.outcome)), '[]')
         from signatures s where s.proceeding_id = p.id and s.void_at is null)) as row
     from wanted p where exists (select 1 from caught c where c.proceeding_id = p.id) order by p.id`,
    cases,
    files,
  );
}

/** Where a proceeding goes back to; what it does not name stays as it was. */
export type Fall = {
  to: string;
  suspended: string | null;
  single: string | null;
  voids: readonly { id: string; reason: string }[];
  /** What signatures cover is another document from now on. */
  newDossier: boolean;
};

/** Writes what fell back; the signatures are kept and marked void. */
export async function writeFallBack(tx: Tx, hit: Hit, fall: Fall, at: Date): Promise<void> {
  const { to, voids } = fall;
  const moved = await tx.$executeRawUnsafe(
    `update proceedings set step = $3::text, version = version + 1, suspended = $4, single = $6, step_since = $5::timestamptz,
       due_at = case when step = $3::text then due_at else $5::timestamptz + make_interval(days => (select (r.body->'days'->>$3::text)::int
         from rule_sets r where r.confirmed_at is not null and r.in_force_from <= $5::timestamptz order by r.version desc limit 1)) end,
       dossier_hash = case when $7 then null else dossier_hash end
     where id = $1::uuid and version = $2`,
    hit.id,
    hit.version,
    to,
    fall.suspended,
    at,
    fall.single,
    fall.newDossier,
  );
  const marked = await tx.$executeRawUnsafe(
    `update signatures s set void_at = $2, void_reason = v.reason from jsonb_to_recordset($1::jsonb) as v(id uuid, reason text)
     where s.id = v.id and s.void_at is null`,
    JSON.stringify(voids),
    at,
  );
  if (to !== hit.step) await dropLegalActs(tx, [hit.id], at);
  if (moved !== 1 || marked !== voids.length) throw new Error("another writer was at this proceeding");
}
