import { rows, type Tx } from "./transaction";

export type DecisionRow = {
  id: string;
  proceeding_id: string;
  file_id: string | null;
  case_id: string | null;
  result: "granted" | "refused";
  outcome: string;
  article: string;
  basis: string;
  reason: string | null;
  rules: number;
  dossier_hash: string;
  review_at: string | null;
};

/** A case whose stage or outcome a decision changed. */
export type MovedCase = {
  id: string;
  personId: string;
  decision: string;
  from: "archived" | "declassified" | "rehabilitated";
  to: "archived" | "declassified" | "rehabilitated";
  outcome: "full" | "part" | "already" | "refused" | null;
  neverSecret: boolean;
  /** Set where a reopening, not a new decision, moved it. */
  proceeding?: string;
};

const decisionStatement = `
  insert into decisions (id, proceeding_id, file_id, case_id, result, outcome, article, basis, reason, rules, dossier_hash, at, review_at)
  select d.id, d.proceeding_id, d.file_id, d.case_id, d.result, d.outcome, d.article, d.basis, d.reason, d.rules, d.dossier_hash, $2, d.review_at
  from jsonb_to_recordset($1::jsonb) as d(id uuid, proceeding_id uuid, file_id uuid, case_id uuid, result text, outcome text,
    article text, basis text, reason text, rules int, dossier_hash text, review_at date)`;

const filesStatement = `
  update files f set standing = d.outcome
  from jsonb_to_recordset($1::jsonb) as d(id uuid, file_id uuid, result text, outcome text)
  where f.id = d.file_id and d.result = 'granted'`;

/** A case follows its last required file; one that is past `archived` stays where it is. */
const followStatement = `
  with d as (select * from jsonb_to_recordset($1::jsonb) as d(id uuid, file_id uuid, result text)),
  ready as (
    select distinct on (c.id) c.id, d.id decision,
      not exists (select 1 from case_files n join files nf on nf.id = n.file_id
        where n.case_id = c.id and n.bond = 'required' and nf.standing <> 'never_secret') never_secret
    from d join case_files cf on cf.file_id = d.file_id and cf.bond = 'required' join cases c on c.id = cf.case_id
    where d.result = 'granted' and c.stage = 'archived' and not exists (
      select 1 from case_files o join files f on f.id = o.file_id
      where o.case_id = c.id and o.bond = 'required' and f.standing = 'closed')
    order by c.id)
  update cases c set stage = 'declassified', never_secret = r.never_secret, version = c.version + 1
  from ready r where c.id = r.id
  returning json_build_object('id', c.id, 'personId', c.person_id, 'decision', r.decision, 'from', 'archived', 'to', c.stage,
    'outcome', c.outcome, 'neverSecret', c.never_secret) as row`;

const casesStatement = `
  with d as (select * from jsonb_to_recordset($1::jsonb) as d(id uuid, case_id uuid, result text, outcome text)),
  before as (select c.id, c.stage from cases c join d on d.case_id = c.id)
  update cases c set stage = case when d.result = 'granted' then 'rehabilitated' else c.stage end, outcome = d.outcome,
    version = c.version + 1
  from d join before b on b.id = d.case_id where c.id = d.case_id
  returning json_build_object('id', c.id, 'personId', c.person_id, 'decision', d.id, 'from', b.stage, 'to', c.stage,
    'outcome', c.outcome, 'neverSecret', c.never_secret) as row`;

/** Released to the public site by the decision itself, in the same transaction; a refusal never is. */
const releaseStatement = `
  insert into released_cases (case_id, name, born, region, outcome, decided_on, search_key)
  select c.id, p.name, p.birth_text, c.region, c.outcome, $2::date, p.search_key
  from cases c join persons p on p.id = c.person_id where c.id = any($1::uuid[])
  on conflict (case_id) do update set name = excluded.name, born = excluded.born, region = excluded.region,
    outcome = excluded.outcome, decided_on = excluded.decided_on, search_key = excluded.search_key`;

/** Writes decisions and moves what they move. Returns every case that changed, each of which gets an entry. */
export async function writeDecisions(
  tx: Tx,
  decisions: readonly DecisionRow[],
  at: Date,
  today: string,
): Promise<MovedCase[]> {
  if (decisions.length === 0) return [];
  const json = JSON.stringify(decisions);
  const written = await tx.$executeRawUnsafe(decisionStatement, json, at);
  if (written !== decisions.length)
    throw new Error(`${written} of ${decisions.length} decisions were written`);
  const moved: MovedCase[] = [];
  if (decisions.some((d) => d.file_id)) {
    await tx.$executeRawUnsafe(filesStatement, json);
    moved.push(...(await rows<MovedCase>(tx, followStatement, json)));
  }
  if (decisions.some((d) => d.case_id)) moved.push(...(await rows<MovedCase>(tx, casesStatement, json)));
  const released = moved.filter((c) => c.to === "rehabilitated").map((c) => c.id);
  if (released.length > 0) await tx.$executeRawUnsafe(releaseStatement, released, today);
  return moved;
}

/** A reopened refusal ends, and no longer shows beside the stage; the stage itself never moved. */
export async function reopenSubjects(tx: Tx, proceedings: readonly string[], at: Date): Promise<MovedCase[]> {
  if (proceedings.length === 0) return [];
  return rows<MovedCase>(
    tx,
    `with ended as (update decisions d set ended_at = $2, end_reason = 'reopened'
       where d.proceeding_id = any($1::uuid[]) and d.result = 'refused' and d.ended_at is null returning d.id, d.case_id, d.proceeding_id)
     update cases c set outcome = null, version = c.version + 1 from ended e where c.id = e.case_id
     returning json_build_object('id', c.id, 'personId', c.person_id, 'decision', e.id, 'from', c.stage, 'to', c.stage,
       'outcome', null, 'neverSecret', c.never_secret, 'proceeding', e.proceeding_id) as row`,
    proceedings,
    at,
  );
}
