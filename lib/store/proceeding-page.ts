import type { Answer, OpenStep, Outcome, ProceedingKind, Role, Step } from "@/lib/law/words";
import { namedBody, type Named } from "./case-page";
import type { Reads } from "./client";
import { planned } from "./planned";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type Who = { id: string; name: string };
export type SignatureShown = {
  id: string;
  slot: string;
  question: string;
  who: Who;
  role: Role;
  agency: Named | null;
  article: string;
  answer: Answer;
  outcome: Outcome | null;
  reason: string | null;
  deputyFor: string | null;
  at: string;
  method: string;
  register: boolean;
  opened: boolean;
  dossierHash: string;
  voidAt: string | null;
  voidReason: string | null;
};
export type Exchange = {
  text: string;
  by: Who;
  at: string;
  answer: string | null;
  answeredBy: Who | null;
  answeredAt: string | null;
};
export type CorrectionShown = {
  field: string;
  oldText: string;
  newText: string;
  source: string;
  proposedBy: Who;
  seconded: boolean;
  appliedAt: string | null;
};

export type ProceedingShown = {
  id: string;
  kind: ProceedingKind;
  fileId: string | null;
  caseId: string | null;
  step: Step;
  round: number;
  version: number;
  openedBy: Who;
  openedAt: string;
  motion: string | null;
  single: string | null;
  outcome: Outcome | null;
  dossierHash: string | null;
  /** How many different dossiers there have been: signatures stand under an edition. */
  edition: number;
  deferredUntil: string | null;
  deferReason: string | null;
  suspended: string | null;
  stepSince: string;
  due: string | null;
  decidedAt: string | null;
  author: Who | null;
  reader: Who | null;
  owners: { id: string; name: Named }[];
  signatures: SignatureShown[];
  recused: { who: Who; kind: string; at: string }[];
  objections: Exchange[];
  questions: Exchange[];
  returns: {
    by: Who;
    from: Step;
    to: OpenStep;
    code: string;
    text: string;
    missing: string | null;
    at: string;
  }[];
  legalAct: {
    kind: string;
    issuer: string;
    number: string;
    date: string;
    favourable: boolean;
    enteredBy: Who;
    enteredAt: string;
    confirmed: boolean;
    scan: string;
  } | null;
  decision: {
    result: string;
    outcome: string;
    article: string;
    basis: string;
    reason: string | null;
    at: string;
    reviewAt: string | null;
  } | null;
  corrections: CorrectionShown[];
  /** The dossier that the person saw before this one, if they saw another. */
  seenBefore: { hash: string; at: string } | null;
  entries: number;
};

const who = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
const exchange = (
  table: string,
): string => `(select coalesce(json_agg(json_build_object('text', x.text, 'by', ${who("xb")}, 'at', x.at,
  'answer', x.answer, 'answeredBy', case when xa.id is not null then ${who("xa")} end, 'answeredAt', x.answered_at) order by x.at), '[]')
  from ${table} x join accounts xb on xb.id = x.by_id left join accounts xa on xa.id = x.answered_by where x.proceeding_id = p.id)`;
const assigned = (
  duty: string,
): string => `(select ${who("aa")} from assignments a join accounts aa on aa.id = a.account_id
  where a.proceeding_id = p.id and a.duty = '${duty}' and a.ended_at is null)`;

const signatures = `(select coalesce(json_agg(json_build_object('id', s.id, 'slot', s.slot, 'question', s.question, 'who', ${who("sa")}, 'role', s.role,
    'agency', ${namedBody("sb")}, 'article', s.article, 'answer', s.answer, 'outcome', s.outcome, 'reason', s.reason, 'deputyFor', s.deputy_for, 'at', s.at,
    'method', st.method, 'register', s.register, 'opened', s.opened, 'dossierHash', s.dossier_hash, 'voidAt', s.void_at, 'voidReason', s.void_reason)
    order by s.at, s.id), '[]')
  from signatures s join accounts sa on sa.id = s.account_id join statements st on st.id = s.statement_id left join bodies sb on sb.id = s.agency_id
  where s.proceeding_id = p.id)`;

const statement = planned(`
  select json_build_object('id', p.id, 'kind', p.kind, 'fileId', p.file_id, 'caseId', p.case_id, 'step', p.step, 'round', p.round, 'version', p.version,
    'openedBy', ${who("ob")}, 'openedAt', p.opened_at, 'motion', p.motion, 'single', p.single, 'outcome', p.outcome, 'dossierHash', p.dossier_hash,
    'edition', (select count(*) from dossiers d where d.proceeding_id = p.id), 'deferredUntil', p.deferred_until, 'deferReason', p.defer_reason,
    'suspended', p.suspended, 'stepSince', p.step_since, 'due', p.due_at, 'decidedAt', p.decided_at,
    'author', ${assigned("author")}, 'reader', ${assigned("second_reader")},
    'owners', (select coalesce(json_agg(json_build_object('id', ow.id, 'name', ${namedBody("ow")}) order by ow.code), '[]')
      from file_owners fo join bodies ow on ow.id = fo.agency_id where fo.file_id = p.file_id),
    'signatures', ${signatures},
    'recused', (select coalesce(json_agg(json_build_object('who', ${who("ca")}, 'kind', n.kind, 'at', n.at) order by n.at), '[]')
      from (select distinct on (k.account_id) k.* from conflict_answers k where k.case_id = p.case_id or k.file_id = p.file_id
        or p.file_id is not null and k.case_id in (select cf.case_id from case_files cf where cf.file_id = p.file_id)
        order by k.account_id, k.answer = 'conflict' desc, k.at desc) n join accounts ca on ca.id = n.account_id where n.answer = 'conflict'),
    'objections', ${exchange("objections")}, 'questions', ${exchange("questions")},
    'returns', (select coalesce(json_agg(json_build_object('by', ${who("rb")}, 'from', rt.from_step, 'to', rt.to_step, 'code', rt.code, 'text', rt.text,
      'missing', rt.missing, 'at', rt.at) order by rt.at desc), '[]') from returns rt join accounts rb on rb.id = rt.by_id where rt.proceeding_id = p.id),
    'legalAct', (select json_build_object('kind', l.kind, 'issuer', l.issuer, 'number', l.number, 'date', l.date, 'favourable', l.favourable,
      'enteredBy', ${who("le")}, 'enteredAt', l.entered_at, 'confirmed', i.confirmed_at is not null, 'scan', l.scan_sha256)
      from legal_act_items i join legal_acts l on l.id = i.act_id join accounts le on le.id = l.entered_by
      where i.proceeding_id = p.id order by l.entered_at desc limit 1),
    'decision', (select json_build_object('result', d.result, 'outcome', d.outcome, 'article', d.article, 'basis', d.basis, 'reason', d.reason, 'at', d.at,
      'reviewAt', d.review_at) from decisions d where d.proceeding_id = p.id and d.ended_at is null order by d.at desc limit 1),
    'corrections', (select coalesce(json_agg(json_build_object('field', k.field, 'oldText', k.old_text, 'newText', k.new_text, 'source', k.source,
      'proposedBy', ${who("kp")}, 'seconded', k.seconded_by is not null, 'appliedAt', k.applied_at) order by k.proposed_at desc), '[]')
      from corrections k join accounts kp on kp.id = k.proposed_by where k.proceeding_id = p.id),
    'seenBefore', (select json_build_object('hash', v.hash, 'at', v.at) from dossier_views v where v.proceeding_id = p.id
      and v.account_id = $3::uuid and v.hash <> coalesce(p.dossier_hash, '') order by v.at desc limit 1),
    'entries', (select count(*) from events e where e.proceeding_id = p.id)) as row
  from proceedings p join accounts ob on ob.id = p.opened_by left join files f on f.id = p.file_id left join cases c on c.id = p.case_id
  where p.id = $2::uuid and (f.id is null or ${fileSeen("f", "$1")}) and (c.id is null or ${caseSeen("c", "$1")})`);

/** Where a proceeding stands and who did what in it; null where there is none that this person may see. */
export async function loadProceeding(db: Reads, reach: Reach, id: string): Promise<ProceedingShown | null> {
  const { rows } = await db.query<{ row: ProceedingShown }>(statement, [
    reachParameter(reach),
    id,
    reach.accountId,
  ]);
  return rows[0]?.row ?? null;
}
