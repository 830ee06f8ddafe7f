import { hashOf } from "@/lib/ledger/canonical";
import type { EffectInput } from "./effect";
import { rows, type Tx } from "./transaction";

/** Everything a finding says, in the order in which it says it: what its hash covers. $1 the version. */
const bodyStatement = `
  select json_build_object('number', v.number, 'author', v.author_id, 'outcome', v.outcome, 'ground', v.ground,
    'earlierAct', v.earlier_act, 'earlierSearch', v.earlier_search, 'exclusionCheck', v.exclusion_check,
    'exclusionFound', v.exclusion_found, 'summary', v.summary,
    'common', (select c.hash from finding_versions c where c.id = v.common_version_id),
    'charges', (select coalesce(json_agg(json_build_object('charge', o.charge_id, 'outcome', o.outcome, 'reason', o.reason)
      order by o.charge_id), '[]') from charge_outcomes o where o.version_id = v.id),
    'claims', (select coalesce(json_agg(json_build_object('kind', cl.kind, 'text', cl.text, 'required', cl.required,
        'citations', (select coalesce(json_agg(json_build_object('file', ci.file_id, 'from', ci.from_pos, 'to', ci.to_pos,
            'quote', ci.quote, 'reliability', ci.reliability) order by ci.position, ci.id), '[]')
          from citations ci where ci.claim_id = cl.id)) order by cl.position, cl.id), '[]')
      from claims cl where cl.version_id = v.id)) as row
  from finding_versions v where v.id = $1::uuid`;

/** From here the version never changes; its hash covers everything it says. */
export async function freezeVersion(tx: Tx, versionId: string, at: Date): Promise<string> {
  const [body] = await rows<object>(tx, bodyStatement, versionId);
  const hash = hashOf(body);
  await tx.finding_versions.update({ where: { id: versionId }, data: { submitted_at: at, hash } });
  return hash;
}

/** The draft becomes a version that never changes; whoever wrote any version, or its common part, is an author. */
export async function submitFinding(tx: Tx, i: EffectInput): Promise<void> {
  const draft = await tx.finding_versions.findFirstOrThrow({
    where: { finding: { case_id: i.caseId! }, submitted_at: null },
    select: { id: true },
  });
  await freezeVersion(tx, draft.id, i.at);
  await tx.$executeRawUnsafe(
    `insert into authors (proceeding_id, account_id)
     select distinct $1::uuid, v.author_id from findings f join finding_versions v on v.finding_id = f.id where f.case_id = $2::uuid
     union select $1::uuid, c.author_id from findings f join finding_versions v on v.finding_id = f.id
       join finding_versions c on c.id = v.common_version_id where f.case_id = $2::uuid
     union select $1::uuid, $3::uuid on conflict do nothing`,
    i.proceeding,
    i.caseId,
    i.by,
  );
}
