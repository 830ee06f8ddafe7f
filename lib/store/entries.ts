import type { Entry } from "@/lib/ledger/entry";
import type { Queryable } from "./client";
import { caseSeen, fileSeen, otherSeen, reachParameter, type Reach } from "./reach";

export type EntryRow = Pick<Entry, "at" | "actor" | "payload" | "sample"> & {
  seq: number;
  /** Whose case it is about, where it is about one. */
  kase: { id: string; name: string; episode: string } | null;
};
export const entryPage = 40;

/**
 * The history of a file or a person, newest first, `before` a number of the history. An entry that also is about
 * something this person may not see is left out.
 */
export async function listEntries(
  db: Queryable,
  reach: Reach,
  about: { fileId?: string; personId?: string },
  before: number | null,
): Promise<EntryRow[]> {
  const { rows } = await db.query<{ seq: bigint; entry: Entry; kase: EntryRow["kase"] }>(
    `select e.seq, convert_from(e.bytes, 'UTF8')::json as entry,
       (select json_build_object('id', c.id, 'name', p.name, 'episode', coalesce(c.date_text, c.episode)) from persons p where p.id = c.person_id) as kase from events e
     left join files f on f.id = e.file_id left join cases c on c.id = e.case_id
     where (e.file_id = $2::uuid or e.person_id = $3::uuid) and ($4::bigint is null or e.seq < $4)
       and (f.id is null or ${fileSeen("f", "$1")}) and (c.id is null or ${caseSeen("c", "$1")}) and ${otherSeen("$1")}
     order by e.seq desc limit ${entryPage + 1}`,
    [reachParameter(reach), about.fileId ?? null, about.personId ?? null, before],
  );
  return rows.map(({ seq, kase, entry: { at, actor, payload, sample } }) => ({
    seq: Number(seq),
    kase,
    ...{ at, actor, payload, sample },
  }));
}
