import type { Actor } from "@/lib/law/actor";
import type { Reads } from "./client";
import { planned } from "./planned";
import { queueOrder, queueStatement } from "./queue";
import { partsFor, type QueueKind } from "./queue-parts";
import { reachParameter, type Reach } from "./reach";

export type QueueNeighbour = {
  what: QueueKind;
  proceeding: string;
  caseId: string | null;
  fileId: string | null;
  title: string;
};
/** `at` counts from one; null where the proceeding no longer waits for this person: then the queue begins anew. */
export type QueuePlace = {
  total: number;
  at: number | null;
  previous: QueueNeighbour | null;
  next: QueueNeighbour | null;
};

/** Where a proceeding stands among what waits for this person, and what lies before and after it. */
export async function placeInQueue(
  db: Reads,
  actor: Actor,
  reach: Reach,
  today: string,
  proceeding: string | null,
): Promise<QueuePlace | null> {
  const parts = partsFor(actor);
  if (parts.length === 0) return null;
  const { rows } = await db.query<{ place: QueuePlace }>(
    planned(`${queueStatement(parts)},
     once as (select distinct on (i.id) i.id, i.what, i.case_id, i.person_id, i.file_id, i.due_at, i.since from item i order by i.id, i.since),
     placed as (select i.*, row_number() over (order by ${queueOrder}) n from once i),
     here as (select (select n from placed where id = $5::uuid) as at)
     select json_build_object('total', (select count(*) from placed), 'at', here.at,
       'previous', (select ${neighbour} from placed i where i.n = here.at - 1),
       'next', (select ${neighbour} from placed i where i.n = coalesce(here.at + 1, 1))) as place
     from here`),
    [
      reachParameter(reach),
      actor.accountId,
      today,
      JSON.stringify(actor.offices.map((o) => o.bodyId)),
      proceeding,
    ],
  );
  return rows[0]!.place;
}

const neighbour = `json_build_object('what', i.what, 'proceeding', i.id, 'caseId', i.case_id, 'fileId', i.file_id, 'title',
  coalesce((select pe.name from persons pe where pe.id = i.person_id), (select u.title from units u where u.id = i.file_id)))`;
