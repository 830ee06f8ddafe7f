import { amongIds, amongTexts } from "./among";
import { personSeen, reachParameter, type Reach } from "./reach";
import { rows, type Reader } from "./transaction";

/** SQL: may the importer whose reach is `$2` see person `p`? */
export const seen = `($2::jsonb = 'null'::jsonb or ${personSeen("p", "$2")})`;
export const parameter = (reach: Reach | null): string => (reach ? reachParameter(reach) : "null");

/** Of these people, those that the importer may see; the command line sees all. */
export function seenPeople(tx: Reader, ids: readonly string[], reach: Reach | null): Promise<string[]> {
  return rows<string>(
    tx,
    `select to_json(p.id) as row from persons p
     where p.id = ${amongIds("$1")} and ${seen}`,
    JSON.stringify(ids),
    parameter(reach),
  );
}

/** Of these folded names, those that somebody bears whom the importer may see. */
export function namesTaken(tx: Reader, keys: readonly string[], reach: Reach | null): Promise<string[]> {
  return rows<string>(
    tx,
    `select distinct to_jsonb(p.search_key) as row from persons p
     where p.search_key = ${amongTexts("$1")} and ${seen}`,
    JSON.stringify(keys),
    parameter(reach),
  );
}
