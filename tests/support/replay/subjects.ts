import { keyOf, type World } from "@/tests/law/world";
import { halves } from "./begin";
import type { Replay } from "./desk";

/** What both sides say of every file and case, by its name in the model. */
export type Subjects = Record<string, unknown>;

const fileKey = (index: number): string => keyOf({ kind: "file", index });
const caseKey = (index: number): string => keyOf({ kind: "case", index });

export function subjectsInModel(world: World): Subjects {
  const said: Subjects = {};
  for (const [index, { grade, owners, spans, certificate }] of world.files.entries())
    said[fileKey(index)] = {
      ...{ standing: world.folded.files.get(fileKey(index)), grade, certificate, owners: [...owners].sort() },
      spans: spans.map((s) => [s.secrecy, s.ownerId, s.ownerAnswer, s.access].join(" ")),
    };
  for (const [index, { links, draft }] of world.cases.entries())
    said[caseKey(index)] = {
      ...world.folded.cases.get(caseKey(index))!,
      links: links.map((l) => `${fileKey(l.file)} ${l.required ? "required" : "supporting"}`).sort(),
      draft: draft && `${draft.by} ${draft.facts.outcome}`,
    };
  return said;
}

type SpanRow = { from: number; to: number; said: (string | null)[]; ownerId: string | null };
type FileRow = {
  id: string;
  standing: string;
  grade: string | null;
  certificate: boolean;
  owners: string[];
  spans: SpanRow[];
};
type CaseRow = {
  id: string;
  stage: string;
  outcome: string | null;
  neverSecret: boolean;
  links: { file: string; bond: string }[];
  draft: { by: string; outcome: string | null } | null;
};

const filesStatement = `
  select json_build_object('id', f.id, 'standing', f.standing, 'grade', f.grade,
    'owners', (select coalesce(json_agg(o.agency_id), '[]') from file_owners o where o.file_id = f.id),
    'spans', (select coalesce(json_agg(json_build_object('from', s.from_pos, 'to', s.to_pos, 'ownerId', s.owner_id,
      'said', json_build_array(s.secrecy, s.owner_answer, s.access))), '[]') from spans s where s.file_id = f.id),
    'certificate', exists (select 1 from materials m where m.file_id = f.id and m.certificate)) as row
  from files f where f.id = any($1::uuid[]) order by array_position($1::uuid[], f.id)`;

const casesStatement = `
  select json_build_object('id', c.id, 'stage', c.stage, 'outcome', c.outcome, 'neverSecret', c.never_secret,
    'links', (select coalesce(json_agg(json_build_object('file', l.file_id, 'bond', l.bond)), '[]') from case_files l
      where l.case_id = c.id),
    'draft', (select json_build_object('by', v.author_id, 'outcome', v.outcome) from findings fi
      join finding_versions v on v.finding_id = fi.id where fi.case_id = c.id and v.submitted_at is null)) as row
  from cases c where c.id = any($1::uuid[]) order by array_position($1::uuid[], c.id)`;

export async function subjectsInDatabase(r: Replay): Promise<Subjects> {
  const name = r.people.nameOf;
  const held: Subjects = {};
  const files = await r.db.pool.query<{ row: FileRow }>(filesStatement, [r.placed.files]);
  for (const [index, { row }] of files.rows.entries()) {
    const { standing, grade, certificate, owners, spans } = row;
    const halvesOf = halves.map(({ from, to }) => {
      const span = spans.find((s) => s.from <= from && to <= s.to)!;
      const [secrecy, answer, access] = span.said;
      return [secrecy, name(span.ownerId), answer, access].join(" ");
    });
    held[fileKey(index)] = {
      ...{ standing, grade, certificate, owners: owners.map(name).sort(), spans: halvesOf },
    };
  }
  const cases = await r.db.pool.query<{ row: CaseRow }>(casesStatement, [r.placed.cases]);
  for (const [index, { row }] of cases.rows.entries()) {
    const { id: _id, links, draft, ...rest } = row;
    // The file that every case has as a supporting one is not in the model.
    const own = links.filter((link) => link.file !== r.placed.open);
    held[caseKey(index)] = {
      ...rest,
      links: own.map((link) => `${fileKey(r.placed.files.indexOf(link.file))} ${link.bond}`).sort(),
      draft: draft && `${name(draft.by)} ${draft.outcome}`,
    };
  }
  return held;
}
