import type { Outcome, Role, Step } from "@/lib/law/words";
import type { Queryable } from "./client";
import type { EntryReader } from "./entry-proof";
import { caseSeen, fileSeen, reachParameter } from "./reach";

export type ReceiptShown = {
  id: string;
  who: string;
  accountId: string;
  role: Role;
  slot: string;
  article: string;
  answer: "for" | "against";
  outcome: Outcome | null;
  at: string;
  method: string;
  register: boolean;
  opened: boolean;
  dossierHash: string;
  /** Null where it names other cases: a register is read by its signer and the auditor. */
  statement: string | null;
  statementHash: string;
  voidAt: string | null;
  voidReason: string | null;
  step: Step;
  caseId: string | null;
  name: string;
  /** The body in whose name it was signed. */
  body: Readonly<Record<"kk" | "ru" | "en", string>>;
};

/** A signature as its receipt shows it; null where there is none that this person may see. */
export async function loadReceipt(
  db: Queryable,
  { reach, accountId, everything }: EntryReader,
  proceeding: string,
  signature: string,
): Promise<ReceiptShown | null> {
  const { rows } = await db.query<{ row: ReceiptShown }>(
    `select json_build_object('id', s.id, 'who', a.name, 'accountId', a.id, 'role', s.role, 'slot', s.slot, 'article', s.article, 'answer', s.answer,
       'outcome', s.outcome, 'at', s.at, 'method', st.method, 'register', s.register, 'opened', s.opened, 'dossierHash', s.dossier_hash,
       'statement', case when $4 or not st.register or s.account_id = $5::uuid then st.text end, 'statementHash', st.hash, 'voidAt', s.void_at, 'voidReason', s.void_reason, 'step', p.step, 'caseId', p.case_id,
       'name', coalesce(pe.name, u.title), 'body', json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as row
     from signatures s join statements st on st.id = s.statement_id join accounts a on a.id = s.account_id join proceedings p on p.id = s.proceeding_id join bodies b on b.id = s.body_id
     left join files f on f.id = p.file_id left join units u on u.id = f.id left join cases c on c.id = p.case_id left join persons pe on pe.id = c.person_id
     where s.id = $2::uuid and p.id = $3::uuid and (f.id is null or ${fileSeen("f", "$1")}) and (c.id is null or ${caseSeen("c", "$1")})`,
    [reachParameter(reach), signature, proceeding, everything, accountId],
  );
  return rows[0]?.row ?? null;
}
