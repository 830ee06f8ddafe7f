import { rows, type Tx } from "./transaction";

/** What a granted act writes: the proceeding's new state, and a signature where the act is one. */
export type ActRow = {
  proceeding: string;
  opens: boolean;
  kind: string;
  file_id: string | null;
  case_id: string | null;
  step: string;
  /** The step and version that were judged: another state there means another writer. */
  from_step: string;
  from_version: number;
  version: number;
  round: number;
  single: string | null;
  outcome: string | null;
  rules: number;
  motion: string | null;
  application_id: string | null;
  decided: boolean;
  due_days: number | null;
  signature: SignatureRow | null;
  voids: readonly { id: string; reason: string }[];
};

export type SignatureRow = {
  id: string;
  question: string;
  slot: string;
  role: string;
  body_id: string;
  agency_id: string | null;
  delegation_id: string | null;
  deputy_for: string | null;
  article: string;
  answer: string;
  outcome: string | null;
  reason: string | null;
  dossier_hash: string;
  rules: number;
  statement_id: string;
  register: boolean;
  opened: boolean;
};

export type StatementRow = {
  id: string;
  account_id: string;
  text: string;
  hash: string;
  items: unknown;
  method: string;
  register: boolean;
};

const statement = `
  with i as (select * from jsonb_to_recordset($1::jsonb) as x(proceeding uuid, opens boolean, kind text, file_id uuid, case_id uuid,
      step text, from_step text, from_version int, version int, round int, single text, outcome text, rules int, motion text,
      application_id uuid, decided boolean, due_days int, signature jsonb, voids jsonb)),
  said as (insert into statements (id, account_id, text, hash, items, method, register, at)
    select s.id, s.account_id, s.text, s.hash, s.items, s.method, s.register, $3
    from jsonb_to_record($2::jsonb) as s(id uuid, account_id uuid, text text, hash text, items jsonb, method text, register boolean)
    where $2::jsonb is not null),
  opened as (insert into proceedings (id, kind, file_id, case_id, step, round, version, rules, opened_by, opened_at, motion,
      application_id, single, step_since, due_at)
    select i.proceeding, i.kind, i.file_id, i.case_id, i.step, i.round, i.version, i.rules, $4::uuid, $3, i.motion,
      i.application_id, i.single, $3, $3 + make_interval(days => i.due_days) from i where i.opens returning id),
  moved as (update proceedings p set step = i.step, version = i.version, round = i.round, single = i.single,
      outcome = coalesce(i.outcome, p.outcome), rules = i.rules,
      step_since = case when p.step = i.step then p.step_since else $3 end,
      due_at = case when p.step = i.step then p.due_at else $3 + make_interval(days => i.due_days) end,
      decided_at = case when i.decided then coalesce(p.decided_at, $3) end
    from i where not i.opens and p.id = i.proceeding and p.version = i.from_version and p.step = i.from_step returning p.id),
  voided as (update signatures s set void_at = $3, void_reason = v.reason
    from i cross join jsonb_to_recordset(i.voids) as v(id uuid, reason text) where s.id = v.id and s.void_at is null returning s.id),
  signed as (insert into signatures (id, proceeding_id, question, slot, account_id, role, body_id, agency_id, delegation_id,
      deputy_for, article, answer, outcome, reason, dossier_hash, rules, statement_id, register, opened, at)
    select s.id, i.proceeding, s.question, s.slot, $4::uuid, s.role, s.body_id, s.agency_id, s.delegation_id, s.deputy_for,
      s.article, s.answer, s.outcome, s.reason, s.dossier_hash, s.rules, s.statement_id, s.register, s.opened, $3
    from i cross join jsonb_to_record(i.signature) as s(id uuid, question text, slot text, role text, body_id uuid, agency_id uuid,
      delegation_id uuid, deputy_for text, article text, answer text, outcome text, reason text, dossier_hash text, rules int,
      statement_id uuid, register boolean, opened boolean)
    where jsonb_typeof(i.signature) = 'object' returning id)
  select json_build_object('moved', (select count(*) from opened) + (select count(*) from moved),
    'voided', (select count(*) from voided), 'signed', (select count(*) from signed)) as row`;

/** Writes all granted acts in one statement and throws unless every count is what was judged. */
export async function writeActs(
  tx: Tx,
  acts: readonly ActRow[],
  said: StatementRow | null,
  accountId: string,
  at: Date,
): Promise<void> {
  if (acts.length === 0) return;
  const [counts] = await rows<{ moved: number; voided: number; signed: number }>(
    tx,
    statement,
    JSON.stringify(acts),
    said && JSON.stringify(said),
    at,
    accountId,
  );
  const voids = acts.reduce((n, act) => n + act.voids.length, 0);
  const signatures = acts.filter((act) => act.signature).length;
  if (counts?.moved !== acts.length || counts.voided !== voids || counts.signed !== signatures) {
    throw new Error(
      `wrote ${JSON.stringify(counts)} for ${acts.length} acts, ${voids} voids, ${signatures} signatures`,
    );
  }
}
