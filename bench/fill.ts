import type pg from "pg";
import { readDate } from "@/lib/archive/dates";
import { searchKey } from "@/lib/names/tokens";
import { copyRows } from "@/lib/store/copy";
import { newId } from "@/lib/store/id";
import { inPlainTransaction } from "@/lib/store/transaction";
import { caseCells, personCells } from "@/prisma/sample/corpus/people";
import { episodes } from "@/prisma/sample/episodes";
import { bodies } from "@/tests/support/people";

const SEED = 1937;
const AT_ONCE = 5000;

/**
 * An archive at work, as far as its lists look at it: people with the names of the corpus, cases, files of which four in
 * five never were secret, and proceedings in every step. Past the acts that would have made it (no history is
 * written), but through the same tables and everything that the database refuses by itself.
 */
export async function fillArchive(pool: pg.Pool, cases: number, officer: string): Promise<void> {
  for (let first = 0; first < cases; first += AT_ONCE)
    await fillSome(pool, first, Math.min(first + AT_ONCE, cases));
  await pool.query("analyze");
  await decideAll(pool, officer);
  await pool.query("vacuum analyze");
}

const kinds = Object.values(episodes);
const tables = ["units", "files", "file_owners", "persons", "person_names", "cases", "case_files"] as const;
type Added = Record<(typeof tables)[number], object[]>;

/** More cases, from `first` on, each of a file that its owner keeps closed: who is not cleared for it sees none of them. */
export async function fillHidden(pool: pg.Pool, first: number, cases: number): Promise<void> {
  for (let from = first; from < first + cases; from += AT_ONCE)
    await fillSome(pool, from, Math.min(from + AT_ONCE, first + cases), true);
  await pool.query("vacuum analyze");
}

async function fillSome(pool: pg.Pool, first: number, end: number, hidden = false): Promise<void> {
  const added = Object.fromEntries(tables.map((table) => [table, []])) as unknown as Added;
  let file = "";
  for (let nth = first; nth < end; nth++) {
    // Ten cases in seven files.
    if (file === "" || [0, 1, 3, 4, 6, 7, 9].includes(nth % 10))
      file = addFile(added, nth, hidden || nth % 5 === 0);
    added.case_files.push({ case_id: addCase(added, nth), file_id: file, bond: "required" });
  }
  await inPlainTransaction(pool, async (tx) => {
    for (const [table, list] of Object.entries(added))
      if (list.length > 0) await copyRows(tx, table, Object.keys(list[0]!) as never[], list);
  });
}

function addFile({ units, files, file_owners }: Added, nth: number, held: boolean): string {
  const id = newId();
  const [fonds, reference] = [nth % 97, `П-${nth}`];
  units.push({
    ...{ id, position: nth, level: "file", reference, title: "Архивно-следственное дело" },
    ...{ ref_path: `АП РК. Ф. ${fonds}. Оп. 1. Д. ${reference}`, ref_key: `ап рк|${fonds}|1|п-${nth}` },
  });
  files.push({ id, grade: held ? "secret" : null });
  if (held) file_owners.push({ file_id: id, agency_id: nth % 3 === 0 ? bodies.security : bodies.interior });
  return id;
}

/** Columns of a register that hold other forms of a name, and in which script. */
const forms = [
  ["nameAsWritten", "ru"],
  ["nameKazakh", "kk"],
  ["nameRussian", "ru"],
  ["nameLatin", "latin"],
] as const;

function addCase({ persons, person_names, cases }: Added, nth: number): string {
  const kind = kinds[nth % kinds.length]!;
  const { surname = null, given = null, patronymic = null, ...cells } = personCells(SEED, nth, 0, kind);
  const { category = null, region = null, body = null } = caseCells(SEED, nth, 0, kind);
  const [person, id] = [newId(), newId()];
  const name = [surname, given, patronymic].filter(Boolean).join(" ");
  const { from: birth_from, to: birth_to } = readDate(cells.birthDate ?? "");
  persons.push({
    ...{ id: person, name, surname, given, patronymic, search_key: searchKey(name) },
    ...{ birth_text: cells.birthDate, birth_from, birth_to },
  });
  for (const [cell, script] of forms) {
    const text = cells[cell];
    if (text && text !== name)
      person_names.push({
        ...{ id: newId(), person_id: person, script },
        kind: "variant",
        text,
        search_key: searchKey(text),
      });
  }
  // One in three of any year, the others of the great terror; of one in eleven nobody knows when.
  const year = nth % 3 === 0 ? 1918 + Math.floor(36 * ((nth * 0.618034) % 1)) : 1937 + (nth % 2);
  const from = nth % 11 === 0 ? null : `${year}-0${1 + (nth % 9)}-01`;
  cases.push({
    ...{ id, person_id: person, episode: `${nth}`, category, region, organ: kind.organ, organ_text: body },
    ...{ date_text: from?.slice(0, 4) ?? null, date_from: from, date_to: from },
    regional_body_id: nth % 7 === 0 ? bodies.regional : null,
  });
  return id;
}

/** What a statement of each step writes, some cases at a time: `c` is the case, `$1` who acts. */
const NOW = "'2026-11-01T00:00:00Z'";
const deciding = (proceedings: string, decisions: string): string[] => [
  `insert into proceedings (id, kind, file_id, case_id, step, rules, opened_by, opened_at, step_since, decided_at) ${proceedings}`,
  `insert into decisions (id, proceeding_id, file_id, case_id, result, outcome, article, basis, rules, dossier_hash, at) ${decisions}`,
];

async function decideAll(pool: pg.Pool, officer: string): Promise<void> {
  const run = (statement: string, values: unknown[] = []): Promise<unknown> => pool.query(statement, values);
  const [attest, attested] = deciding(
    `select gen_random_uuid(), 'declassification', f.id, null, 'granted', 1, $1::uuid, ${NOW}, ${NOW}, ${NOW} from files f where f.grade is null`,
    `select gen_random_uuid(), p.id, p.file_id, null, 'granted', 'never_secret', 'N2', 'register', 1, '', ${NOW} from proceedings p`,
  );
  await run(attest!, [officer]);
  await run(attested!);
  await run("update files set standing = 'never_secret' where grade is null");
  const { rows: edges } = await pool.query<{ id: string }>(
    "select id from (select id, row_number() over (order by id) nth from cases) c where nth % 20000 = 1 order by id",
  );
  for (const [nth, { id }] of edges.entries()) {
    const some = "c.id >= $1 and ($2::uuid is null or c.id < $2)";
    const range = [id, edges[nth + 1]?.id ?? null];
    await run(
      `update cases c set stage = 'declassified', never_secret = true where ${some} and not exists (
         select from case_files k join files f on f.id = k.file_id where k.case_id = c.id and f.standing = 'closed')`,
      range,
    );
    // Of a hundred: thirty are rehabilitated, ten are on their way, two were refused.
    const chance = "abs(hashtext(c.id::text)) % 100";
    const [open, decide] = deciding(
      `select gen_random_uuid(), 'rehabilitation', null, c.id,
         case when ${chance} < 30 then 'granted' when ${chance} < 32 then 'refused'
           else (array['study', 'second_reading', 'signing', 'legal_act'])[1 + ${chance} % 4] end,
         1, $3::uuid, ${NOW}, ${NOW}, case when ${chance} < 32 then ${NOW}::timestamptz end
       from cases c where ${some} and c.stage = 'declassified' and ${chance} < 42`,
      `select gen_random_uuid(), p.id, null, c.id, case p.step when 'granted' then 'granted' else 'refused' end,
         case when p.step = 'refused' then 'refused' when ${chance} < 4 then 'part' else 'full' end, 'R9', 'the law', 1, '', ${NOW}
       from cases c join proceedings p on p.case_id = c.id and p.decided_at is not null where ${some}`,
    );
    await run(open!, [...range, officer]);
    await run(decide!, range);
    await run(
      `update cases c set outcome = d.outcome, stage = case d.result when 'granted' then 'rehabilitated' else c.stage end
       from decisions d where d.case_id = c.id and ${some}`,
      range,
    );
  }
}
