import { newId } from "./id";
import { rows, type Tx } from "./transaction";

/** A stretch of a file with both answers, as the table holds it. Days are YYYY-MM-DD. */
export type SpanRow = {
  id: string;
  from: number;
  to: number;
  secrecy: "none" | "lift" | "keep" | null;
  grade: string | null;
  ownerId: string | null;
  basis: string | null;
  reviewDate: string | null;
  ownerAnswer: "lift" | "keep" | null;
  ownerBasis: string | null;
  ownerReviewDate: string | null;
  access: "open" | "redacted" | "closed" | null;
  accessBasis: string | null;
  closedUntil: string | null;
};

export const spanColumns = (
  s: string,
): string => `json_build_object('id', ${s}.id, 'from', ${s}.from_pos, 'to', ${s}.to_pos,
  'secrecy', ${s}.secrecy, 'grade', ${s}.grade, 'ownerId', ${s}.owner_id, 'basis', ${s}.basis, 'reviewDate', ${s}.review_date,
  'ownerAnswer', ${s}.owner_answer, 'ownerBasis', ${s}.owner_basis, 'ownerReviewDate', ${s}.owner_review_date,
  'access', ${s}.access, 'accessBasis', ${s}.access_basis, 'closedUntil', ${s}.closed_until)`;

export type FileBody = {
  version: number;
  foliation: string | null;
  leaves: number | null;
  grade: string | null;
  owners: string[];
  /** Where the open declassification stands, if one is open. */
  step: string | null;
  spans: SpanRow[];
};

/** What an edit of a file's body looks at, read in its transaction. */
export async function loadFileBody(tx: Pick<Tx, "$queryRawUnsafe">, fileId: string): Promise<FileBody> {
  const [body] = await rows<FileBody>(
    tx,
    `select json_build_object('version', f.version, 'foliation', f.foliation, 'leaves', f.leaf_count, 'grade', f.grade,
       'owners', (select coalesce(json_agg(o.agency_id order by o.agency_id), '[]') from file_owners o where o.file_id = f.id),
       'step', (select p.step from proceedings p where p.file_id = f.id and p.decided_at is null),
       'spans', (select coalesce(json_agg(${spanColumns("s")} order by s.from_pos), '[]') from spans s where s.file_id = f.id)) as row
     from files f where f.id = $1::uuid`,
    fileId,
  );
  if (!body) throw new Error("no such file");
  return body;
}

const recordset = `jsonb_to_recordset($2::jsonb) as n(id uuid, "from" int, "to" int, secrecy text, grade text, "ownerId" uuid,
  basis text, "reviewDate" date, "ownerAnswer" text, "ownerBasis" text, "ownerReviewDate" date, access text, "accessBasis" text,
  "closedUntil" date)`;

/**
 * Puts this partition in the place of the one that was there. A span that begins where one began keeps its id,
 * so that a reply which names it still finds it. The database looks at the end whether everything is covered.
 */
export async function writeSpans(
  tx: Tx,
  fileId: string,
  partition: readonly Omit<SpanRow, "id">[],
  before: readonly SpanRow[],
): Promise<void> {
  const idAt = new Map(before.map((span) => [span.from, span.id]));
  const wanted = partition.map((span) => ({ ...span, id: idAt.get(span.from) ?? newId() }));
  const text = JSON.stringify(wanted);
  await tx.$executeRawUnsafe(
    `delete from spans s where s.file_id = $1::uuid and s.id not in (select n.id from ${recordset})`,
    fileId,
    text,
  );
  const written = await tx.$executeRawUnsafe(
    `insert into spans (id, file_id, from_pos, to_pos, secrecy, grade, owner_id, basis, review_date, owner_answer, owner_basis,
       owner_review_date, access, access_basis, closed_until)
     select n.id, $1::uuid, n."from", n."to", n.secrecy, n.grade, n."ownerId", n.basis, n."reviewDate", n."ownerAnswer", n."ownerBasis",
       n."ownerReviewDate", n.access, n."accessBasis", n."closedUntil" from ${recordset}
     on conflict (id) do update set from_pos = excluded.from_pos, to_pos = excluded.to_pos, secrecy = excluded.secrecy,
       grade = excluded.grade, owner_id = excluded.owner_id, basis = excluded.basis, review_date = excluded.review_date,
       owner_answer = excluded.owner_answer, owner_basis = excluded.owner_basis, owner_review_date = excluded.owner_review_date,
       access = excluded.access, access_basis = excluded.access_basis, closed_until = excluded.closed_until`,
    fileId,
    text,
  );
  if (written !== wanted.length) throw new Error(`${written} of ${wanted.length} spans were written`);
}
