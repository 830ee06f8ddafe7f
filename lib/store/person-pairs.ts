import type { Queryable } from "./client";
import { newId } from "./id";
import { personSeen, reachParameter, type Reach } from "./reach";
import { rows, type Tx } from "./transaction";

export type PairAnswer = "same" | "other";

/** What holds of two registrations now; `leads`: the one to which the other points. */
export type PairHeld = { id: string; answer: PairAnswer; leads: string };

const live = (a: string, b: string): string =>
  `pp.ended_at is null and least(pp.person_id, pp.other_id) = least(${a}, ${b}) and greatest(pp.person_id, pp.other_id) = greatest(${a}, ${b})`;

/** What has been said of two registrations, of each of them and others, and what hangs on it. */
export type PairsHeld = {
  pair: PairHeld | null;
  /** To whom each points, where it points to anybody. */
  pointsTo: { person: string | null; other: string | null };
  /** Whether anybody points to the first. */
  ledByPerson: boolean;
  /** A registration of the one and a registration of the other were said to be two people. */
  toldApart: boolean;
  /** A case of who points is joined to one of somebody else's of the same person. */
  casesJoined: boolean;
  /** Other registrations of either, and those that were told apart. */
  thirds: string[];
};

/** Both are held with their cases, so that what is read of them stands until the transaction ends. */
export async function holdPair(
  tx: Pick<Tx, "$queryRawUnsafe">,
  personId: string,
  otherId: string,
): Promise<PairsHeld> {
  const both = [personId, otherId];
  await tx.$queryRawUnsafe(
    "select 1 from cases where person_id in ($1::uuid, $2::uuid) order by id for update",
    ...both,
  );
  await tx.$queryRawUnsafe(
    "select 1 from persons where id in ($1::uuid, $2::uuid) order by id for update",
    ...both,
  );
  const [held] = await rows<PairsHeld>(tx, heldStatement, ...both);
  return held!;
}

const leadOf = (id: string): string =>
  `(select pp.other_id from person_pairs pp where pp.person_id = ${id} and pp.answer = 'same' and pp.ended_at is null)`;

/** $1, $2: the two. */
const heldStatement = `
  with own as materialized (select registrations_of($1::uuid) as ids), theirs as materialized (select registrations_of($2::uuid) as ids),
  apart as materialized (select pp.person_id, pp.other_id from person_pairs pp, own, theirs where pp.ended_at is null and pp.answer = 'other'
    and (pp.person_id = any(own.ids) and pp.other_id = any(theirs.ids) or pp.person_id = any(theirs.ids) and pp.other_id = any(own.ids))
    and not (pp.person_id in ($1::uuid, $2::uuid) and pp.other_id in ($1::uuid, $2::uuid))),
  pair as materialized (select pp.id, pp.answer, pp.person_id, pp.other_id from person_pairs pp where ${live("$1::uuid", "$2::uuid")})
  select json_build_object(
    'pair', (select json_build_object('id', id, 'answer', answer, 'leads', other_id) from pair),
    'pointsTo', json_build_object('person', ${leadOf("$1::uuid")}, 'other', ${leadOf("$2::uuid")}),
    'ledByPerson', exists (select 1 from person_pairs pp where pp.other_id = $1::uuid and pp.answer = 'same' and pp.ended_at is null),
    'toldApart', exists (select 1 from apart),
    'casesJoined', exists (select 1 from pair pp join cases c on c.person_id = pp.person_id
      join case_joins j on j.case_id = c.id or j.lead_id = c.id
      join cases o on o.id = case when j.case_id = c.id then j.lead_id else j.case_id end
      where pp.answer = 'same' and j.ended_at is null and o.person_id <> pp.person_id),
    'thirds', (select coalesce(json_agg(distinct t.id), '[]') from (select unnest(own.ids || theirs.ids) as id from own, theirs
      union all select person_id from apart union all select other_id from apart) t where t.id not in ($1::uuid, $2::uuid))) as row`;

type Said = { personId: string; otherId: string; answer: PairAnswer; note: string; by: string; at: Date };

export async function insertPair(tx: Pick<Tx, "person_pairs">, said: Said): Promise<void> {
  const { personId, otherId, by, ...rest } = said;
  await tx.person_pairs.create({
    data: { id: newId(), person_id: personId, other_id: otherId, by_id: by, ...rest },
  });
}

/** It holds no more; what was said stays. */
export async function endPair(
  tx: Pick<Tx, "person_pairs">,
  id: string,
  { note, by, at }: { note: string; by: string; at: Date },
): Promise<void> {
  await tx.person_pairs.update({ where: { id }, data: { ended_at: at, ended_id: by, ended_note: note } });
}

/** Another registration of the same person, with who said so and why. */
export type Registration = {
  id: string;
  name: string;
  birthText: string | null;
  birthPlace: string | null;
  /** The others point to it. */
  leads: boolean;
  /** Of which of the others it was said. */
  with: string;
  note: string;
  by: string;
  at: string;
};

/**
 * The other registrations of one person that this reader sees as well. What was said between two of which they see one
 * is told of neither.
 */
export async function listRegistrations(db: Queryable, reach: Reach, id: string): Promise<Registration[]> {
  const { rows: found } = await db.query<{ row: Registration }>(
    `select json_build_object('id', p.id, 'name', p.name, 'birthText', p.birth_text, 'birthPlace', p.birth_place,
       'leads', p.id = pp.other_id, 'with', o.id, 'note', pp.note, 'by', a.name, 'at', pp.at) as row
     from unnest(registrations_of($2::uuid)) r (id) join persons p on p.id = r.id
     join person_pairs pp on pp.answer = 'same' and pp.ended_at is null
       and (pp.person_id = p.id or pp.other_id = p.id and pp.person_id = $2::uuid)
     join persons o on o.id = case when pp.person_id = p.id then pp.other_id else pp.person_id end
     join accounts a on a.id = pp.by_id
     where p.id <> $2::uuid and ${personSeen("p", "$1")} and (o.id = $2::uuid or ${personSeen("o", "$1")})
     order by p.id = pp.other_id desc, pp.at, p.id`,
    [reachParameter(reach), id],
  );
  return found.map(({ row }) => row);
}

export type PairSaid = { answer: PairAnswer; leads: string; note: string; by: string; at: string };

/** What holds of these two, and who said so. */
export async function loadPairSaid(db: Queryable, a: string, b: string): Promise<PairSaid | null> {
  const { rows: found } = await db.query<{ row: PairSaid }>(
    `select json_build_object('answer', pp.answer, 'leads', pp.other_id, 'note', pp.note, 'by', a.name, 'at', pp.at) as row
     from person_pairs pp join accounts a on a.id = pp.by_id where ${live("$1::uuid", "$2::uuid")}`,
    [a, b],
  );
  return found[0]?.row ?? null;
}

/** Those of whom it is settled already whether they are the same as this one. */
export async function listSettled(db: Queryable, id: string): Promise<Set<string>> {
  const { rows: found } = await db.query<{ id: string }>(
    `select unnest(registrations_of($1::uuid)) as id
     union select case when pp.person_id = any(registrations_of($1::uuid)) then pp.other_id else pp.person_id end
       from person_pairs pp where pp.ended_at is null and pp.answer = 'other'
         and (pp.person_id = any(registrations_of($1::uuid)) or pp.other_id = any(registrations_of($1::uuid)))`,
    [id],
  );
  return new Set(found.map((one) => one.id));
}
