import { fileSeen, reachParameter, type Reach } from "./reach";
import { transferSeen, type TransferReach } from "./transfer-reach";
import type { ArchiveRow } from "./transfers";
import { rows, type Reader } from "./transaction";

type Count = { files: number; sheets: number | null; materials: number | null };
/** Of one fonds of one archive, over all its transfers that were not withdrawn. */
export type TransferTotal = {
  from: ArchiveRow;
  fonds: string;
  transfers: number;
  /** What was announced, wherever it stands. */
  planned: Count;
  /** Announced and not received yet, or returned: what is still to come. */
  toCome: Count;
  /** Announced of what was received: with it is compared what was counted. */
  due: Count;
  received: Count;
  accepted: Count;
};

const sums = (of: string, where: string): string =>
  `json_build_object('files', coalesce(sum(${of}.files) filter (where ${where}), 0),
    'sheets', sum(${of}.sheets) filter (where ${where}), 'materials', sum(${of}.materials) filter (where ${where}))`;

/** Planned against received, by archive and fonds; `to`: of what this archive takes over. */
export function sumTransfers(db: Reader, reach: TransferReach, to: string | null): Promise<TransferTotal[]> {
  const here = "t.state in ('received', 'checked', 'accepted')";
  return rows<TransferTotal>(
    db,
    `select json_build_object('from', json_build_object('id', b.id, 'code', b.code,
        'names', json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)), 'fonds', i.fonds,
      'transfers', count(distinct t.id), 'planned', ${sums("i", "true")}, 'toCome', ${sums("i", `not ${here}`)},
      'due', ${sums("i", here)}, 'received', ${sums("c", here)}, 'accepted', ${sums("c", "t.state = 'accepted'")}) as row
     from transfers t join bodies b on b.id = t.from_id
       join transfer_items i on i.transfer_id = t.id and i.version = t.version
       left join transfer_counts c on c.transfer_id = i.transfer_id and c.version = i.version and c.nth = i.nth
         and c.step_id = (select s.id from transfer_steps s where s.transfer_id = t.id and s.version = t.version
           and s.act in ('receive', 'check') order by s.nth desc limit 1)
     where t.state <> 'withdrawn' and ${transferSeen("t", "$1")} and ($2::uuid is null or t.to_id = $2::uuid)
     group by b.id, i.fonds
     order by b.code, length(i.fonds), i.fonds`,
    JSON.stringify(reach),
    to,
  );
}

/** How many files of these fonds are described here: of archives and keys of fonds, those that the person may see. */
export async function countDescribed(
  db: Reader,
  reach: Reach,
  archives: readonly string[],
  fonds: readonly string[],
): Promise<Record<string, number>> {
  const found = await rows<{ fonds: string; count: number }>(
    db,
    `select json_build_object('fonds', k.fonds, 'count', (select count(*) from (
         select distinct split_part(r.ref_key, '|', 1) || '|' || k.fonds || '|' as start from units r
         where r.parent_id is null and r.body_id in (select x::uuid from jsonb_array_elements_text($2::jsonb) x)) p
       join units u on u.ref_key >= p.start and u.ref_key < rtrim(p.start, '|') || '}' join files f on f.id = u.id
       where ${fileSeen("f", "$1")})) as row
     from jsonb_array_elements_text($3::jsonb) k(fonds)`,
    reachParameter(reach),
    JSON.stringify(archives),
    JSON.stringify(fonds),
  );
  return Object.fromEntries(found.map(({ fonds: key, count }) => [key, count]));
}

/** The archives to which something that this person sees is handed over, by their codes. */
export function listTakers(db: Reader, reach: TransferReach): Promise<ArchiveRow[]> {
  return rows(
    db,
    `select json_build_object('id', b.id, 'code', b.code,
       'names', json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as row
     from bodies b where exists (select from transfers t where t.to_id = b.id and ${transferSeen("t", "$1")}) order by b.code`,
    JSON.stringify(reach),
  );
}
