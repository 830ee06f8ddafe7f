import type { Assertion } from "@/lib/ledger/assertion";
import type { Queryable } from "./client";
import { entrySeen, reachParameter, type Reach } from "./reach";

export type ProvenEntry = {
  seq: string;
  bytes: Buffer;
  salt: Buffer;
  /** Its place in the tree; null while it waits for one. */
  index: number | null;
  /** What was signed, where it is a signature whose statement this person may read. */
  statement: { text: string; items: unknown } | null;
  /** What the signer's passkey answered, where one did. */
  passkey: { assertion: Assertion; key: string; site: string } | null;
};

/**
 * Whom an entry is read for. Whoever sees everything reads every statement, others their own and single ones;
 * `unattached`: also entries that are about no file and no case, as the list of the history shows them.
 */
export type EntryReader = { reach: Reach; accountId: string; everything: boolean; unattached?: boolean };

/** One entry by its number, or that of a signature; null where there is none that this person may see. */
export async function loadProvenEntry(
  db: Queryable,
  { reach, accountId, everything, unattached = everything }: EntryReader,
  by: { seq: string } | { signature: string },
): Promise<ProvenEntry | null> {
  const [where, value] =
    "seq" in by
      ? ["e.seq = $3::bigint", by.seq]
      : [
          `e.seq = (select max(x.seq) from events x join signatures s on s.proceeding_id = x.proceeding_id
             where s.id = $3::uuid and x.actor_id = s.account_id
               and convert_from(x.bytes, 'UTF8')::jsonb #>> '{payload,signature,id}' = s.id::text)`,
          by.signature,
        ];
  const { rows } = await db.query<Omit<ProvenEntry, "index" | "seq"> & { seq: bigint; index: bigint | null }>(
    `select e.seq, e.bytes, e.salt, l.index,
       (select case jsonb_typeof(st.items) when 'array' then jsonb_build_object('text', st.text, 'items', st.items)
           else st.items || jsonb_build_object('text', st.text) end from statements st
        where st.id::text = convert_from(e.bytes, 'UTF8')::jsonb #>> '{payload,signature,statement,id}'
          and ($2 or not st.register or st.account_id = $4::uuid)) as statement,
       (select json_build_object('assertion', said.payload->'assertion', 'key', k.spki, 'site', k.site)
        from events x, lateral (select convert_from(x.bytes, 'UTF8')::jsonb->'payload' as payload) said, passkeys k
        where x.act = 'statement' and x.actor_id = e.actor_id and x.at = e.at
          and said.payload->>'statement' = convert_from(e.bytes, 'UTF8')::jsonb #>> '{payload,signature,statement,id}'
          and k.credential = said.payload #>> '{assertion,credential}') as passkey
     from events e left join ledger_leaves l on l.seq = e.seq
     left join files f on f.id = e.file_id left join cases c on c.id = e.case_id
     where ${where} and ${entrySeen("$1", "$5")}`,
    [reachParameter(reach), everything, value, accountId, unattached],
  );
  const [row] = rows;
  return row ? { ...row, seq: String(row.seq), index: row.index === null ? null : Number(row.index) } : null;
}
