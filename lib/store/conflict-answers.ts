import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import { rows, type Tx } from "./transaction";

export type ConflictAnswer = { caseId: string | null; fileId: string | null; kind: string | null };

/**
 * Inserts first answers for what the person may see, in one statement; returns those with whom they are about. An
 * answer that is there already changes by the act of B5 alone, which voids what was signed. Whoever names a
 * conflict is no longer assigned.
 */
export async function insertConflictAnswers(
  tx: Pick<Tx, "$queryRawUnsafe">,
  reach: Reach,
  answers: readonly ConflictAnswer[],
  at: Date,
): Promise<(ConflictAnswer & { personId: string | null })[]> {
  return rows(
    tx,
    `with wanted as (select * from jsonb_to_recordset($2::jsonb) as w("caseId" uuid, "fileId" uuid, kind text)),
     seen as (
       select w.*, c.person_id from wanted w join cases c on c.id = w."caseId" where w."fileId" is null and ${caseSeen("c", "$1")}
       union all select w.*, null from wanted w join files f on f.id = w."fileId" where w."caseId" is null and ${fileSeen("f", "$1")}),
     first as (select s.* from seen s where not exists (select 1 from conflict_answers a where a.account_id = $3::uuid
       and (a.case_id = s."caseId" or a.file_id = s."fileId"))),
     freed as (update assignments a set ended_at = $4 from proceedings p, first s where a.proceeding_id = p.id and a.account_id = $3::uuid
       and a.ended_at is null and p.decided_at is null and s.kind is not null and (p.case_id = s."caseId" or p.file_id = s."fileId")),
     kept as (insert into conflict_answers (id, account_id, case_id, file_id, answer, kind, at)
       select gen_random_uuid(), $3::uuid, s."caseId", s."fileId", case when s.kind is null then 'none' else 'conflict' end, s.kind, $4 from first s)
     select json_build_object('caseId', s."caseId", 'fileId', s."fileId", 'kind', s.kind, 'personId', s.person_id) as row from first s`,
    reachParameter(reach),
    JSON.stringify(answers),
    reach.accountId,
    at,
  );
}
