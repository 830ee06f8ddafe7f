import type { Outcome } from "@/lib/law/words";
import type { Reads } from "./client";
import { planned } from "./planned";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type CitationShown = {
  fileId: string;
  reference: string;
  foliation: string | null;
  from: number;
  to: number;
  quote: string;
  translation: string | null;
  reliability: string | null;
};
export type ClaimShown = {
  id: string;
  kind: string;
  text: string;
  required: boolean;
  common: boolean;
  citations: CitationShown[];
};
export type FindingShown = {
  number: number;
  author: { id: string; name: string };
  submittedAt: string | null;
  outcome: Outcome | null;
  ground: string | null;
  earlierAct: string | null;
  earlierSearch: string | null;
  exclusionCheck: string | null;
  exclusionFound: boolean | null;
  summary: string | null;
  claims: ClaimShown[];
  charges: {
    id: string;
    article: string;
    text: string | null;
    outcome: string | null;
    reason: string | null;
  }[];
};

const statement = planned(`
  select json_build_object('number', v.number, 'author', json_build_object('id', a.id, 'name', a.name), 'submittedAt', v.submitted_at, 'outcome', v.outcome,
    'ground', v.ground, 'earlierAct', v.earlier_act, 'earlierSearch', v.earlier_search, 'exclusionCheck', v.exclusion_check,
    'exclusionFound', v.exclusion_found, 'summary', v.summary,
    'claims', (select coalesce(json_agg(json_build_object('id', cl.id, 'kind', cl.kind, 'text', cl.text, 'required', cl.required, 'common', cl.version_id <> v.id,
        'citations', (select coalesce(json_agg(json_build_object('fileId', ci.file_id, 'reference', u.ref_path, 'foliation', f.foliation, 'from', ci.from_pos,
            'to', ci.to_pos, 'quote', ci.quote, 'translation', ci.translation, 'reliability', ci.reliability) order by ci.position, ci.id), '[]')
          from citations ci join files f on f.id = ci.file_id join units u on u.id = f.id where ci.claim_id = cl.id and ${fileSeen("f", "$1")}))
        order by cl.version_id <> v.id desc, cl.position, cl.id), '[]')
      from claims cl where cl.version_id = v.id or cl.version_id = v.common_version_id),
    'charges', (select coalesce(json_agg(json_build_object('id', ch.id, 'article', ch.article, 'text', ch.text, 'outcome', o.outcome, 'reason', o.reason)
        order by ch.position, ch.id), '[]')
      from charges ch left join charge_outcomes o on o.charge_id = ch.id and o.version_id = v.id where ch.case_id = c.id)) as row
  from cases c join findings fi on fi.case_id = c.id join finding_versions v on v.finding_id = fi.id join accounts a on a.id = v.author_id
  where c.id = $2::uuid and ${caseSeen("c", "$1")} and v.submitted_at is not null and ($3::int is null or v.number = $3)
  order by v.number desc limit 1`);

/** The newest submitted version of a case's finding, or the one with this number; drafts are their author's alone. */
export async function loadFindingShown(
  db: Reads,
  reach: Reach,
  caseId: string,
  number: number | null = null,
): Promise<FindingShown | null> {
  const { rows } = await db.query<{ row: FindingShown }>(statement, [reachParameter(reach), caseId, number]);
  return rows[0]?.row ?? null;
}
