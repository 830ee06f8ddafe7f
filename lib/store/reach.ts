import { cache } from "react";
import { holds, type Actor } from "@/lib/law/actor";
import { planned, type Planned } from "./planned";
import type { Tx } from "./transaction";

/** All that is needed to read: a pool, or a transaction. */
type Db = { query<R extends object>(statement: Planned, values?: unknown[]): Promise<{ rows: R[] }> };

/**
 * What a person may see, as values for one predicate that is composed into every read. What is outside does
 * not exist for them: not in a list, a count, a suggestion or an error.
 */
export type Reach = {
  accountId: string;
  /** Commission staff see every case; the others only what the lists below name. */
  all: boolean;
  /** Undecided files with a grade are seen by those cleared for an owner, and by archivists who keep them. */
  cleared: readonly string[] | "all";
  keeper: boolean;
  /** Auditors read the history of everything: acts, actors and reasons, also of what they are not cleared for. */
  audits: boolean;
  agencies: readonly string[];
  regional: readonly string[];
  conflictedCases: readonly string[];
  conflictedFiles: readonly string[];
};

const staff = ["archivist", "expert", "head", "member", "deputy", "secretary", "auditor"] as const;

const conflictsStatement = planned(`
  select case_id, file_id from (
    select distinct on (case_id, file_id) case_id, file_id, answer from conflict_answers
    where account_id = $1::uuid order by case_id, file_id, at desc, id desc) newest
  where answer = 'conflict'`);

/**
 * Reads the actor's own conflict answers; the newest answer counts. Layout, title and page of one request ask
 * for the same: while a page is rendered it is read once, anywhere else every time.
 */
export const loadReach = cache(async (db: Db, actor: Actor): Promise<Reach> => {
  const { rows } = await db.query<{ case_id: string | null; file_id: string | null }>(conflictsStatement, [
    actor.accountId,
  ]);
  const of = (role: "representative" | "chair", kind: "agency" | "regional"): string[] =>
    actor.offices.filter((o) => o.role === role && o.bodyKind === kind).map((o) => o.bodyId);
  return {
    accountId: actor.accountId,
    all: staff.some((role) => holds(actor, role)) || holds(actor, "chair", "commission"),
    cleared: actor.clearances,
    keeper: holds(actor, "archivist"),
    audits: holds(actor, "auditor"),
    agencies: of("representative", "agency"),
    regional: of("chair", "regional"),
    conflictedCases: rows.flatMap((r) => r.case_id ?? []),
    conflictedFiles: rows.flatMap((r) => r.file_id ?? []),
  };
});

/** The parameters that `fileSeen` and `caseSeen` use, in one json value: pass it as the parameter they name. */
export function reachParameter(reach: Reach): string {
  return JSON.stringify(reach);
}

const list = (p: string, key: string): string =>
  `(select x::uuid from jsonb_array_elements_text(${p}::jsonb->'${key}') x)`;

const assigned = (
  p: string,
  subject: string,
): string => `exists (select 1 from assignments ra join proceedings rp on rp.id = ra.proceeding_id
  where ra.account_id = (${p}::jsonb->>'accountId')::uuid and ra.ended_at is null and ${subject})`;

/** SQL: may the person whose reach is parameter `p` (such as `$1`) see file `f`? */
export function fileSeen(f: string, p: string): string {
  return `(${f}.id not in ${list(p, "conflictedFiles")}
    and ((${p}::jsonb->>'all')::boolean and (
        ${f}.grade is null or ${f}.standing <> 'closed' or (${p}::jsonb->>'keeper')::boolean
        or ${p}::jsonb->'cleared' = '"all"'::jsonb
        or jsonb_typeof(${p}::jsonb->'cleared') = 'array' and exists (select 1 from file_owners ro where ro.file_id = ${f}.id
          and ${p}::jsonb->'cleared' ? ro.agency_id::text)
        or ${assigned(p, `rp.file_id = ${f}.id`)})
      or exists (select 1 from file_owners ro where ro.file_id = ${f}.id and ro.agency_id in ${list(p, "agencies")})
      or exists (select 1 from case_files rf join cases rc on rc.id = rf.case_id
        where rf.file_id = ${f}.id and rc.regional_body_id in ${list(p, "regional")})))`;
}

/** SQL: may the person whose reach is parameter `p` see case `c`? */
export function caseSeen(c: string, p: string): string {
  return `(${c}.id not in ${list(p, "conflictedCases")}
    and ((${p}::jsonb->>'all')::boolean and (
        ${c}.stage <> 'archived' or (${p}::jsonb->>'keeper')::boolean or ${p}::jsonb->'cleared' = '"all"'::jsonb
        or not exists (select 1 from case_files rf join files rq on rq.id = rf.file_id
          where rf.case_id = ${c}.id and rq.grade is not null and rq.standing = 'closed' and not (
            jsonb_typeof(${p}::jsonb->'cleared') = 'array' and exists (select 1 from file_owners ro where ro.file_id = rq.id
              and ${p}::jsonb->'cleared' ? ro.agency_id::text)
            or ${assigned(p, "rp.file_id = rq.id")})))
      or exists (select 1 from case_files rf join file_owners ro on ro.file_id = rf.file_id
        where rf.case_id = ${c}.id and ro.agency_id in ${list(p, "agencies")})
      or ${c}.regional_body_id in ${list(p, "regional")}))`;
}

/** SQL: a person is there for whoever sees a case of theirs or a file that names them; one with neither, for staff. */
export function personSeen(p: string, r: string): string {
  return `(exists (select 1 from cases pc where pc.person_id = ${p}.id and ${caseSeen("pc", r)})
    or exists (select 1 from mentions pm join files pf on pf.id = pm.file_id where pm.person_id = ${p}.id and ${fileSeen("pf", r)})
    or (${r}::jsonb->>'all')::boolean and not exists (select 1 from cases pc where pc.person_id = ${p}.id)
      and not exists (select 1 from mentions pm where pm.person_id = ${p}.id))`;
}

/** As `loadReach`, through the transaction of an act. */
export async function reachOf(tx: Pick<Tx, "$queryRawUnsafe">, actor: Actor): Promise<Reach> {
  const query = async <R extends object>(
    { text }: Planned,
    values: unknown[] = [],
  ): Promise<{ rows: R[] }> => ({
    rows: await tx.$queryRawUnsafe<R[]>(text, ...values),
  });
  return loadReach({ query }, actor);
}

const seenStatement = planned(`
  select f.id from files f where f.id = any($2::uuid[]) and ${fileSeen("f", "$1")}
  union all select c.id from cases c where c.id = any($3::uuid[]) and ${caseSeen("c", "$1")}`);

/** Of these subjects, those that the person may see; the rest does not exist for them. */
export async function seenSubjects(
  tx: Pick<Tx, "$queryRawUnsafe">,
  reach: Reach,
  subjects: readonly { id: string; fileId: string | null; caseId: string | null }[],
): Promise<Set<string>> {
  const found = await tx.$queryRawUnsafe<{ id: string }[]>(
    seenStatement.text,
    reachParameter(reach),
    subjects.flatMap((s) => s.fileId ?? []),
    subjects.flatMap((s) => s.caseId ?? []),
  );
  const seen = new Set(found.map((row) => row.id));
  return new Set(subjects.filter((s) => seen.has(s.fileId ?? s.caseId ?? "")).map((s) => s.id));
}

/** SQL: may the person whose reach is parameter `p` see file `f` and case `c`, where there is one? */
export function subjectSeen(p: string): string {
  return `((f.id is null or ${fileSeen("f", p)}) and (c.id is null or ${caseSeen("c", p)}))`;
}

/**
 * SQL: and what entry `e` is about: its file and case, the person where it is about neither, and, where it says something of
 * two, the other one as well?
 */
export function aboutSeen(p: string): string {
  return `(${subjectSeen(p)} and ${otherSeen(p)}
    and (f.id is not null or c.id is not null or e.person_id is null
      or exists (select 1 from persons ep where ep.id = e.person_id and ${personSeen("ep", p)})))`;
}

/** Works that say something of two people or two cases, and name the other. */
const ofTwo = [
  "answer_duplicate",
  "merge_people",
  "unmerge_people",
  "tell_apart",
  "join_cases",
  "part_cases",
];

/** SQL: is the other one of whom entry `e` speaks there for this reader? True where it speaks of one. */
export function otherSeen(p: string): string {
  const other = "(convert_from(e.bytes, 'UTF8')::json #>> '{payload,facts,other}')::uuid";
  return `(e.act <> all('{${ofTwo.join(",")}}') or e.refused
    or exists (select 1 from persons op where op.id = ${other} and ${personSeen("op", p)})
    or exists (select 1 from cases oc where oc.id = ${other} and ${caseSeen("oc", p)}))`;
}

/**
 * SQL: may the person whose reach is parameter `p` see entry `e` of the history, with its file `f` and case `c`?
 * An auditor may: what it is about has no name for them where they may not see that. What is about neither
 * (accounts, appointments) is for whoever sees everything, as parameter `everything` says.
 */
export function entrySeen(p: string, everything: string): string {
  return `(((${p}::jsonb->>'audits')::boolean or ${aboutSeen(p)})
    and (f.id is not null or c.id is not null or ${everything} or e.person_id is not null and ${p}::jsonb->'all' = 'true'::jsonb))`;
}
