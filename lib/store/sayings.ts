import type { Outcome, ProceedingKind, Step } from "@/lib/law/words";
import type { Queryable, Reads } from "./client";
import { planned } from "./planned";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

/** What a statement names of an item: who or what it is about, and where it stands. */
export type Saying = {
  id: string;
  kind: ProceedingKind;
  step: Step;
  version: number;
  caseId: string | null;
  name: string;
  reference: string | null;
  dossierHash: string | null;
  outcome: Outcome | null;
};

/** Items by their proceedings, only those that the person may see. A file bears the names of its cases, up to three. */
export async function loadSayings(
  db: Queryable,
  reach: Reach,
  ids: readonly string[],
): Promise<Map<string, Saying>> {
  const { rows } = await db.query<Saying>(
    `select p.id, p.kind, p.step, p.version, p.case_id "caseId", p.dossier_hash "dossierHash", p.outcome,
       coalesce(pe.name, (select string_agg(n.name, ', ') from (select np.name from case_files cf join cases nc on nc.id = cf.case_id
         join persons np on np.id = nc.person_id where cf.file_id = p.file_id and ${caseSeen("nc", "$1")} order by np.name limit 3) n), u.title) as name,
       coalesce(u.ref_path, (select cu.ref_path from case_files cf join units cu on cu.id = cf.file_id join files ff on ff.id = cf.file_id
         where cf.case_id = p.case_id and ${fileSeen("ff", "$1")} order by cf.bond, cf.linked_at limit 1)) as reference
     from proceedings p left join files f on f.id = p.file_id left join units u on u.id = f.id
     left join cases c on c.id = p.case_id left join persons pe on pe.id = c.person_id
     where p.id = any($2::uuid[]) and (f.id is null or ${fileSeen("f", "$1")}) and (c.id is null or ${caseSeen("c", "$1")})`,
    [reachParameter(reach), ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const basisStatement = planned(`
  select d.basis from decisions d join proceedings p on p.id = d.proceeding_id
  join signatures s on s.proceeding_id = p.id and s.account_id = $1::uuid and s.at = d.at
  where p.kind = $2 order by d.at desc limit 1`);

/** The basis that this person named last in a decision of this kind, to begin with. */
export async function loadLastBasis(
  db: Reads,
  accountId: string,
  kind: ProceedingKind,
): Promise<string | null> {
  const { rows } = await db.query<{ basis: string }>(basisStatement, [accountId, kind]);
  return rows[0]?.basis ?? null;
}
