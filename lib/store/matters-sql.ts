/** Hand-written statements that load what the law looks at. Each gives one json column named `row`. */

/**
 * $1 proceedings, $2 files, $3 cases (the latter two where a proceeding is to be opened). Files first, then
 * cases, each in id order: every writer locks in the same order, so that none waits for another in a ring.
 * Ids are gathered into arrays, which are looked up one by one: joined, with a guess how many there are, a
 * plan for all values would read the tables whole.
 */
export const lockStatement = `
  with wanted as (
    select file_id, case_id from proceedings where id = any($1::uuid[])
    union select f, null from unnest($2::uuid[]) f union select null, c from unnest($3::uuid[]) c
  ), held_files as materialized (
    select f.id from files f where f.id = any(array(select file_id from wanted)) order by f.id for update
  ), shared_files as materialized (
    select f.id from files f where (select count(*) from held_files) >= 0 and f.id = any(array(
      select cf.file_id from case_files cf where cf.case_id = any(array(select case_id from wanted))))
      order by f.id for share
  ), held_cases as materialized (
    select c.id from cases c where (select count(*) from shared_files) >= 0 and c.id = any(array(
      select case_id from wanted
      union select cf.case_id from case_files cf where cf.file_id = any(array(select file_id from wanted))))
      order by c.id for update
  )
  select json_build_object('cases', (select count(*) from held_cases)) as row`;

/** SQL for the newest conflict answer of account `who` over everything that a matter concerns. */
export function conflictOf(who: string, file: string, kase: string): string {
  return `(select case when bool_or(n.answer = 'conflict') then 'conflict' when bool_or(n.answer is null) then 'unanswered' else 'none' end
    from (
      select (select a.answer from conflict_answers a where a.account_id = ${who} and a.case_id = k.case_id order by a.at desc, a.id desc limit 1) answer
      from (select ${kase} case_id where ${kase} is not null union select cf.case_id from case_files cf where cf.file_id = ${file}) k
      union all
      select (select a.answer from conflict_answers a where a.account_id = ${who} and a.file_id = ${file} order by a.at desc, a.id desc limit 1)
      where ${file} is not null and not exists (select 1 from case_files cf where cf.file_id = ${file})
    ) n)`;
}

/** Why a deputy may act: looked at only for deputies. `who` and `today` are parameters such as `$5::uuid`. */
export function deputyFor(
  file: string,
  kase: string,
  proceeding: string,
  who = "$5::uuid",
  today = "$6::date",
): string {
  return `(select case
      when not exists (select 1 from appointments d where d.account_id = ${who} and d.role = 'deputy' and d.confirmed_at is not null
        and d.ended_at is null and d.from_date <= ${today} and (d.to_date is null or d.to_date >= ${today})) then null
      when c.account_id is null then 'vacant'
      when exists (select 1 from absences b where b.account_id = c.account_id and ${today} between b.from_date and b.to_date) then 'absent'
      when ${conflictOf("c.account_id", file, kase)} = 'conflict' then 'recused'
      when exists (select 1 from authors w where w.proceeding_id = ${proceeding} and w.account_id = c.account_id) then 'barred'
      when exists (select 1 from signatures s join proceedings q on q.id = s.proceeding_id
        where q.id = ${proceeding} and s.account_id = c.account_id and s.void_at is null and s.slot <> 'chair'
          and s.question = 'decide/' || q.round) then 'barred'
      when exists (select 1 from signatures s join proceedings q on q.id = s.proceeding_id
        where q.id = ${proceeding} and s.account_id = c.account_id and s.void_at is null and s.answer = 'against'
          and (s.slot like 'member:%' or s.slot = 'chair')
          and (s.question <> 'decide/' || q.round or q.step = 'refused')) then 'barred'
    end from (select 1) one left join lateral (
      select h.account_id from appointments h join bodies hb on hb.id = h.body_id
      where h.role = 'chair' and hb.kind = 'commission' and h.confirmed_at is not null and h.ended_at is null
        and h.from_date <= ${today} and (h.to_date is null or h.to_date >= ${today}) limit 1) c on true)`;
}

const proceedingFacts = `
  json_build_object('id', p.id, 'step', p.step, 'version', p.version, 'round', p.round, 'openedBy', p.opened_by,
    'single', p.single, 'suspended', p.suspended is not null, 'deferred', p.deferred_until is not null, 'deferredUntil', p.deferred_until,
    'dossierHash', p.dossier_hash,
    'authors', (select coalesce(json_agg(w.account_id), '[]') from authors w where w.proceeding_id = p.id),
    'author', (select a.account_id from assignments a where a.proceeding_id = p.id and a.duty = 'author' and a.ended_at is null),
    'reader', (select a.account_id from assignments a where a.proceeding_id = p.id and a.duty = 'second_reader' and a.ended_at is null),
    'signatures', (select coalesce(json_agg(json_build_object('id', s.id, 'slot', s.slot, 'accountId', s.account_id,
        'question', s.question, 'answer', s.answer, 'outcome', s.outcome) order by s.at, s.id), '[]')
      from signatures s where s.proceeding_id = p.id and s.void_at is null),
    'refusedBy', (select coalesce(json_agg(s.account_id), '[]') from signatures s where s.proceeding_id = p.id and s.answer = 'against'
      and (s.slot like 'member:%' or s.slot = 'chair') and s.void_at is null and (s.question <> 'decide/' || p.round or p.step = 'refused')),
    'objectionsOpen', (select count(*) from objections o where o.proceeding_id = p.id and o.answer is null),
    'questionsOpen', (select count(*) from questions q where q.proceeding_id = p.id and q.answer is null),
    'legalAct', (select json_build_object('favourable', l.favourable, 'enteredBy', l.entered_by, 'complete', true)
      from legal_act_items i join legal_acts l on l.id = i.act_id where i.proceeding_id = p.id and i.confirmed_at is null
        and i.dropped_at is null),
    'correction', (select json_build_object('number', n.number, 'proposedBy', n.proposed_by, 'seconded', n.seconded_by is not null)
      from (select c.*, count(*) over () number from corrections c where c.proceeding_id = p.id) n where n.applied_at is null limit 1))`;

/** The newest proceeding that was not withdrawn ended in refusal: only a reopening goes on from there. */
const refusedBefore = (column: "file_id" | "case_id", id: string): string => `
  coalesce((select o.step = 'refused' from proceedings o where o.${column} = ${id} and o.step <> 'withdrawn'
    order by o.opened_at desc, o.id desc limit 1), false)`;

/** Not `exists`: while there are few documents, all would be read to know which files have one, and that plan is kept. */
const hasCertificate =
  "coalesce((select true from materials m where m.file_id = f.id and m.certificate limit 1), false)";

const fileFacts = `
  json_build_object('bodyId', u.body_id, 'standing', f.standing, 'described', u.title <> '' and u.reference <> '',
    'counted', f.leaf_count is not null, 'grade', f.grade, 'refused', ${refusedBefore("file_id", "f.id")}, 'attestedBy', case when p.step = 'attested' then p.opened_by end,
    'owners', (select coalesce(json_agg(o.agency_id), '[]') from file_owners o where o.file_id = f.id),
    'certificate', ${hasCertificate},
    'spans', (select coalesce(json_agg(json_build_object('secrecy', s.secrecy, 'ownerId', s.owner_id,
        'keptBased', coalesce(s.basis, '') <> '' and coalesce(s.grade, '') <> '' and s.review_date is not null,
        'ownerAnswer', s.owner_answer, 'access', s.access, 'accessBased', coalesce(s.access_basis, '') <> '') order by s.from_pos), '[]')
      from spans s where s.file_id = f.id))`;

const caseFacts = `
  json_build_object('stage', c.stage, 'groupId', c.group_id, 'regionalBodyId', c.regional_body_id, 'refused', ${refusedBefore("case_id", "c.id")},
    'joined', coalesce((select true from case_joins j where j.case_id = c.id and j.ended_at is null), false),
    'requiredFiles', (select count(*) from case_files cf where cf.case_id = c.id and cf.bond = 'required'),
    'requiredFilesClosed', (select count(*) from case_files cf join files rf on rf.id = cf.file_id
      where cf.case_id = c.id and cf.bond = 'required' and rf.standing = 'closed'),
    'duplicatesOpen', 0, 'finding', null)`;

/** $1 proceedings, $2 files, $3 cases (for opening), $4 kind of what is to be opened, $5 account, $6 today. */
export const mattersStatement = `
  with p as (
    select pr.id, pr.kind, pr.file_id, pr.case_id, pr.step, pr.version, pr.round, pr.opened_by, pr.single, pr.suspended,
      pr.deferred_until, pr.dossier_hash, pr.outcome, pr.rules, true as there from proceedings pr where pr.id = any($1::uuid[])
    union all select null, $4, f, null, 'none', 0, 1, null, null, null, null, null, null, null, false from unnest($2::uuid[]) f
    union all select null, $4, null, k, 'none', 0, 1, null, null, null, null, null, null, null, false from unnest($3::uuid[]) k
  )
  select json_build_object('id', coalesce(p.id, p.file_id, p.case_id), 'kind', p.kind, 'fileId', p.file_id, 'caseId', p.case_id,
    'personId', c.person_id, 'outcome', p.outcome,
    'opened', exists (select 1 from dossier_views v where v.account_id = $5::uuid and v.proceeding_id = p.id and v.hash = p.dossier_hash),
    'busy', not p.there and exists (select 1 from proceedings o
      where o.decided_at is null and (o.file_id = p.file_id or o.case_id = p.case_id)),
    'conflict', ${conflictOf("$5::uuid", "p.file_id", "p.case_id")},
    'deputyFor', ${deputyFor("p.file_id", "p.case_id", "p.id")},
    'proceeding', case when p.there then ${proceedingFacts} end,
    'file', case when f.id is not null then ${fileFacts} end,
    'case', case when c.id is not null then ${caseFacts} end) as row
  from p left join files f on f.id = p.file_id left join units u on u.id = f.id left join cases c on c.id = p.case_id`;

/** $1 case, $2 kinds of claims the rule set requires. The version in hand is the newest, submitted or not. */
export const findingStatement = `
  with v as (
    select v.*, fi.case_id from findings fi join finding_versions v on v.finding_id = fi.id
    where fi.case_id = $1::uuid order by v.number desc limit 1
  ), own as (
    select cl.* from v join claims cl on cl.version_id = v.id or cl.version_id = v.common_version_id
  ), cited as (
    select ci.*, own.required from own join citations ci on ci.claim_id = own.id
  )
  select json_build_object('versionId', v.id, 'number', v.number, 'submitted', v.submitted_at is not null, 'outcome', v.outcome,
    'earlierSearched', coalesce(v.earlier_search, '') <> '', 'earlierActNamed', coalesce(v.earlier_act, '') <> '',
    'missingClaims', (select coalesce(json_agg(k), '[]') from unnest($2::text[]) k
      where not exists (select 1 from own where own.kind = k and own.text <> '')),
    'uncitedClaims', (select count(*) from own where (own.required or own.kind = any($2::text[])) and own.kind <> 'exclusion'
      and not exists (select 1 from cited where cited.claim_id = own.id)),
    'unquotedCitations', (select count(*) from cited where cited.quote = ''),
    'undecidedCharges', (select count(*) from charges ch where ch.case_id = $1::uuid
      and not exists (select 1 from charge_outcomes o where o.version_id = v.id and o.charge_id = ch.id)),
    'refusedCharges', (select count(*) from charge_outcomes o where o.version_id = v.id and o.outcome = 'refuse'),
    'rehabilitatedCharges', (select count(*) from charge_outcomes o where o.version_id = v.id and o.outcome = 'rehabilitate'),
    'exclusionChecked', coalesce(v.exclusion_check, '') <> '' and v.exclusion_found is not null,
    'secretCitations', (select count(*) from cited join files f on f.id = cited.file_id where f.standing = 'closed' or exists (
      select 1 from spans s where s.file_id = f.id and s.secrecy <> 'none' and coalesce(s.owner_answer, 'keep') = 'keep'
        and int4range(s.from_pos, s.to_pos, '[]') && int4range(cited.from_pos, cited.to_pos, '[]')))) as row
  from v`;

/**
 * $1 case: other cases of the same person, however often registered, or of somebody with the same key and no contrary year,
 * unless it was answered already, of the cases or of the people; a case that is joined to another speaks through that one.
 */
export const duplicatesStatement = `
  select json_build_object('id', o.id) as row from cases c
  cross join lateral (select registrations_of(c.person_id) as ids) own
  join lateral (
    select oc.id from cases oc where oc.person_id = any(own.ids) and oc.id <> c.id and oc.episode = c.episode
    union
    select oc.id from persons p join persons op on op.search_key = p.search_key join cases oc on oc.person_id = op.id
    where p.id = any(own.ids) and op.id <> all(own.ids) and oc.episode = c.episode
      and (op.birth_from is null or p.birth_from is null or (op.birth_from <= p.birth_to and op.birth_to >= p.birth_from))
      and not exists (select 1 from person_pairs pp where pp.ended_at is null and pp.answer = 'other'
        and (pp.person_id = op.id and pp.other_id = any(own.ids) or pp.other_id = op.id and pp.person_id = any(own.ids)))
  ) o on true
  where c.id = $1::uuid and not exists (select 1 from duplicates d
    where d.case_id = c.id and d.other_id = o.id or d.case_id = o.id and d.other_id = c.id)
    and not exists (select 1 from case_joins j where j.case_id = o.id and j.ended_at is null)`;
