import type { Outcome, Stage, Step } from "@/lib/law/words";
import { caseOpenable } from "./backlog";
import type { Queryable } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
import { pieces } from "./find";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type CaseRow = {
  id: string;
  name: string;
  born: string | null;
  stage: Stage;
  neverSecret: boolean;
  outcome: Outcome | null;
  step: Step | null;
  /** A required file is still closed although the case is past `archived`. */
  awaits: boolean;
  category: string | null;
  region: string | null;
  organText: string | null;
  dateText: string | null;
  reference: string | null;
  proceeding: string | null;
};

export const waitings = ["file", "open", "conflict"] as const;
export const caseSorts = ["new", "name", "year"] as const;
export type CaseSort = (typeof caseSorts)[number];

export type CaseFilter = {
  text?: { stems: readonly string[]; reference: string | null };
  stage?: Stage;
  step?: Step;
  outcome?: Outcome;
  region?: string;
  category?: string;
  year?: number;
  waiting?: (typeof waitings)[number];
  sort: CaseSort;
  down: boolean;
  /** The value and id at which the page before ended; `back` walks the other way. */
  at?: { value: string; id: string; back: boolean };
};

/** Ids are ordered by time (RFC 9562), so the newest first need no column of their own. */
const sortColumns: Record<CaseSort, { by: string; type: string }> = {
  new: { by: "c.id", type: "uuid" },
  name: { by: `pe.name collate "kk-x-icu"`, type: "text" },
  year: { by: "coalesce(c.date_from, '9999-12-31'::date)", type: "date" },
};

export const casePage = 40;

const textMatches = `(
  $3::text[] is not null and c.person_id in (select n.id from persons n where n.search_key like all($3::text[]) union select v.person_id from person_names v where v.search_key like all($3::text[]))
  or $4::text is not null and c.id in (select tf.case_id from units tu join case_files tf on tf.file_id = tu.id
    join files tg on tg.id = tu.id where tu.ref_key like $4 and ${fileSeen("tg", "$1")}))`;

const openStep = `(select op.step from proceedings op where op.case_id = c.id and op.decided_at is null)`;

const waits: Record<(typeof waitings)[number], string> = {
  file: `c.stage <> 'archived' and exists (select 1 from case_files wf join files ww on ww.id = wf.file_id
    where wf.case_id = c.id and wf.bond = 'required' and ww.standing = 'closed')`,
  open: caseOpenable,
  conflict: `exists (select 1 from proceedings op where op.case_id = c.id and op.decided_at is null)
    and not exists (select 1 from conflict_answers a where a.account_id = $2::uuid and a.case_id = c.id)`,
};

/** The conditions of a filter, with their values: `$1` is the reach, `$2` the account. */
function conditionsOf(filter: CaseFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [null, null];
  const where = [caseSeen("c", "$1"), "$2::uuid is not null"];
  const put = (value: unknown): string => `$${values.push(value)}`;
  if (filter.text) {
    const { stems, reference } = filter.text;
    put(stems.length > 0 ? stems.map(pieces) : null);
    put(reference && pieces(reference));
    where.push(textMatches);
  }
  if (filter.stage) where.push(`c.stage = ${put(filter.stage)}`);
  if (filter.outcome) where.push(`c.outcome = ${put(filter.outcome)}`);
  if (filter.region) where.push(`c.region = ${put(filter.region)}`);
  if (filter.category) where.push(`c.category = ${put(filter.category)}`);
  if (filter.step) where.push(`${openStep} = ${put(filter.step)}`);
  if (filter.year) {
    const first = put(`${filter.year}-01-01`);
    where.push(`c.date_from <= ${put(`${filter.year}-12-31`)}::date and c.date_to >= ${first}::date`);
  }
  if (filter.waiting) where.push(waits[filter.waiting]);
  return { where: where.join(" and "), values };
}

export type CasePageFound = { rows: CaseRow[]; total: number; first?: string; last?: string; more: boolean };

const rowOf = `json_build_object('id', c.id, 'name', pe.name, 'born', pe.birth_text, 'stage', c.stage, 'neverSecret', c.never_secret,
  'outcome', c.outcome, 'step', ${openStep}, 'awaits', (${waits.file}), 'category', c.category, 'region', c.region,
  'organText', c.organ_text, 'dateText', c.date_text,
  'proceeding', (select op.id from proceedings op where op.case_id = c.id and op.decided_at is null),
  'reference', (select cu.ref_path from case_files cf join units cu on cu.id = cf.file_id join files ff on ff.id = cf.file_id
    where cf.case_id = c.id and ${fileSeen("ff", "$1")} order by cf.bond, cf.linked_at limit 1))`;

/** One page of the cases that the person may see, by keyset: the value sorted by and the id. */
export async function listCases(
  db: Queryable,
  accountId: string,
  reach: Reach,
  filter: CaseFilter,
): Promise<CasePageFound> {
  const { where, values } = conditionsOf(filter);
  values[0] = reachParameter(reach);
  values[1] = accountId;
  const counted = [...values];
  const { by: column, type } = sortColumns[filter.sort];
  const forward = filter.at?.back !== true;
  const direction = filter.down === forward ? "desc" : "asc";
  const after = filter.at
    ? `and (${column}, c.id) ${direction === "asc" ? ">" : "<"} ($${values.push(filter.at.value)}::${type}, $${values.push(filter.at.id)}::uuid)`
    : "";
  const { rows: found } = await db.query<{ row: CaseRow; value: string }>(
    `select ${rowOf} as row, (${column})::text as value from cases c join persons pe on pe.id = c.person_id
     where ${where} ${after} order by ${column} ${direction}, c.id ${direction} limit ${casePage + 1}`,
    values,
  );
  const { rows: count } = await db.query<{ total: number }>(
    `select count(*)::int as total from cases c where ${where}`,
    counted,
  );
  const page = found.slice(0, casePage);
  if (!forward) page.reverse();
  const place = (at: (typeof page)[number] | undefined): string | undefined =>
    at && `${at.value}|${at.row.id}`;
  return {
    rows: page.map((f) => f.row),
    total: count[0]!.total,
    first: place(page[0]),
    last: place(page.at(-1)),
    more: found.length > casePage,
  };
}

/** All cases of a filter in its order, some at a time; `at` is left out. */
export function readCaseRows(
  client: ReadingClient,
  accountId: string,
  reach: Reach,
  filter: CaseFilter,
): AsyncGenerator<readonly CaseRow[]> {
  const { where, values } = conditionsOf(filter);
  values[0] = reachParameter(reach);
  values[1] = accountId;
  const { by } = sortColumns[filter.sort];
  const direction = filter.down ? "desc" : "asc";
  const statement = `select ${rowOf} as row from cases c join persons pe on pe.id = c.person_id
    where ${where} order by ${by} ${direction}, c.id ${direction}`;
  return readByCursor(client, "case_rows", statement, values);
}

/** The values that cases have, for the filters. */
export async function listCaseValues(
  db: Queryable,
  reach: Reach,
): Promise<{ regions: string[]; categories: string[] }> {
  const { rows } = await db.query<{ regions: string[] | null; categories: string[] | null }>(
    `select array_agg(distinct c.region) filter (where c.region is not null) regions,
       array_agg(distinct c.category) filter (where c.category is not null) categories
     from cases c where ${caseSeen("c", "$1")}`,
    [reachParameter(reach)],
  );
  return { regions: rows[0]?.regions ?? [], categories: rows[0]?.categories ?? [] };
}
