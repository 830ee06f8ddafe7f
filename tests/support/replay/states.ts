import type { ActPayload } from "@/lib/ledger/entry";
import type { World, WorldProceeding } from "@/tests/law/world";
import type { Replay } from "./desk";

/** Everything that both sides say of one proceeding, in names instead of ids; signatures in order of signing. */
export type State = {
  step: string;
  version: number;
  round: number;
  single: string | null;
  deferred: string | null;
  suspended: string | null;
  authors: readonly string[];
  author: string | null;
  reader: string | null;
  objections: number;
  questions: number;
  legalAct: { favourable: boolean; enteredBy: string } | null;
  correction: { proposedBy: string; seconded: boolean } | null;
  signatures: readonly Signed[];
  decisions: readonly string[];
};
type Signed = {
  question: string;
  slot: string;
  account: string;
  answer: string;
  outcome: string | null;
  void: string | null;
  register: boolean;
  deputyFor: string | null;
  rules: number;
  /** Signatures over the same dossier say the same; which one it is has no name. */
  dossier: string;
};

export function stateInModel(world: World, p: WorldProceeding): State {
  const { step, version, round, single, deferred, suspended } = world.folded.proceedings.get(p.id)!;
  const told = new Map<string, NonNullable<ActPayload["signature"]>>();
  for (const { payload } of world.entries)
    if (payload.kind === "act" && payload.signature) told.set(payload.signature.id, payload.signature);
  return {
    ...{ step, version, round, single, deferred, suspended },
    authors: [...p.authors].sort(),
    author: p.author,
    reader: p.reader,
    objections: p.objections,
    questions: p.questions,
    legalAct: p.legalAct && { favourable: p.legalAct.favourable, enteredBy: p.legalAct.enteredBy },
    correction: p.correction && { proposedBy: p.correction.proposedBy, seconded: p.correction.seconded },
    signatures: [...world.folded.signatures]
      .filter(([, s]) => s.proceeding === p.id)
      .map(([id, { question, slot, account, answer, outcome, void: reason, dossier }]) => {
        const { register, deputyFor, rules } = told.get(id)!;
        return {
          question,
          slot,
          account,
          answer,
          outcome,
          void: reason,
          register,
          deputyFor,
          rules,
          dossier,
        };
      }),
    decisions: [...world.folded.decisions.values()]
      .filter((d) => d.proceeding === p.id)
      .map((d) => `${d.result} ${d.outcome}`),
  };
}

const statement = `
  select json_build_object('step', p.step, 'version', p.version, 'round', p.round, 'single', p.single,
    'deferred', p.deferred_until::text, 'suspended', p.suspended,
    'authors', (select coalesce(json_agg(a.account_id), '[]') from authors a where a.proceeding_id = p.id),
    'author', (select a.account_id from assignments a where a.proceeding_id = p.id and a.duty = 'author' and a.ended_at is null),
    'reader', (select a.account_id from assignments a where a.proceeding_id = p.id and a.duty = 'second_reader' and a.ended_at is null),
    'objections', (select count(*) from objections o where o.proceeding_id = p.id and o.answer is null),
    'questions', (select count(*) from questions q where q.proceeding_id = p.id and q.answer is null),
    'legalAct', (select json_build_object('favourable', l.favourable, 'enteredBy', l.entered_by) from legal_act_items i
      join legal_acts l on l.id = i.act_id where i.proceeding_id = p.id and i.confirmed_at is null and i.dropped_at is null),
    'correction', (select json_build_object('proposedBy', c.proposed_by, 'seconded', c.seconded_by is not null) from corrections c
      where c.proceeding_id = p.id and c.applied_at is null),
    'signatures', (select coalesce(json_agg(json_build_object('question', s.question, 'slot', s.slot, 'account', s.account_id,
      'answer', s.answer, 'outcome', s.outcome, 'void', s.void_reason, 'register', s.register, 'deputyFor', s.deputy_for,
      'rules', s.rules, 'dossier', s.dossier_hash) order by s.at, s.id), '[]') from signatures s where s.proceeding_id = p.id),
    'decisions', (select coalesce(json_agg(d.result || ' ' || d.outcome order by d.at), '[]') from decisions d where d.proceeding_id = p.id)) as row
  from proceedings p where p.id = any($1::uuid[]) order by array_position($1::uuid[], p.id)`;

/** The same of proceedings in the database, in the order asked for. */
export async function statesInDatabase(r: Replay, ids: readonly string[]): Promise<State[]> {
  const { rows } = await r.db.pool.query<{ row: State }>(statement, [ids]);
  const name = (id: string): string => r.people.nameOf(id)!;
  return rows.map(({ row }) => ({
    ...row,
    authors: row.authors.map(name).sort(),
    author: r.people.nameOf(row.author),
    reader: r.people.nameOf(row.reader),
    legalAct: row.legalAct && { ...row.legalAct, enteredBy: name(row.legalAct.enteredBy) },
    correction: row.correction && { ...row.correction, proposedBy: name(row.correction.proposedBy) },
    signatures: row.signatures.map((s) => ({
      ...{ ...s, account: name(s.account), rules: s.rules - r.rulesBefore },
      slot: s.slot.startsWith("owner:") ? `owner:${name(s.slot.slice(6))}` : s.slot,
    })),
  }));
}
