import type { Outcome, Stage, Step } from "@/lib/law/words";
import type { Queryable } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
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
  text?: { name: string | null; reference: string | null };
  stage?: Stage;
  step?: Step;
  outcome?: Outcome;
  region?: string;
  category?: string;
  organ?: string;
  /** At least so many days in the step of its open proceeding. */
  age?: number;
  year?: number;
  waiting?: (typeof waitings)[number];
  sort: CaseSort;
  down: boolean;
};

const rowOf = `json_build_object('id', c.id, 'name', pe.name, 'born', pe.birth_text, 'stage', c.stage, 'neverSecret', c.never_secret,
  'outcome', c.outcome, 'step', l.step, 'awaits', l.awaits, 'category', c.category, 'region', c.region,
  'organText', c.organ_text, 'dateText', c.date_text,
  'proceeding', (select op.id from proceedings op where op.case_id = c.id and op.decided_at is null),
  'reference', (select cu.ref_path from case_files cf join units cu on cu.id = cf.file_id join files ff on ff.id = cf.file_id
    where cf.case_id = c.id and ${fileSeen("ff", "$1")} order by cf.bond, cf.linked_at limit 1))`;

const rowsAt = `select w.n as place, ${rowOf} as row from unnest($2::int[]) with ordinality as w (n, nth) join listed_cases l on l.n = w.n
  join cases c on c.id = l.id join persons pe on pe.id = c.person_id where ${caseSeen("c", "$1")}`;

/** The cases in these places of the list, in this order, as far as the person may see them. */
export async function loadCaseRows(
  db: Queryable,
  reach: Reach,
  places: readonly number[],
): Promise<{ place: number; row: CaseRow }[]> {
  const { rows } = await db.query<{ place: number; row: CaseRow }>(`${rowsAt} order by w.nth`, [
    reachParameter(reach),
    places,
  ]);
  return rows;
}

/** Orders of the list by what it is looked up in, where the newest have the highest place. */
const orders: Record<CaseSort, string> = { new: "l.n", name: "l.name", year: "l.year" };

/** As `loadCaseRows`, in the order of a list, some at a time. */
export function readCaseRows(
  client: ReadingClient,
  reach: Reach,
  places: readonly number[],
  { sort, down }: Pick<CaseFilter, "sort" | "down">,
): AsyncGenerator<readonly CaseRow[]> {
  const direction = down ? "desc" : "asc";
  const statement = `${rowsAt} order by ${orders[sort]} ${direction}, l.id ${direction}`;
  return readByCursor(client, "case_rows", statement, [reachParameter(reach), places]);
}
