import { readByCursor, type ReadingClient } from "./cursor";
import { personSeen, reachParameter, type Reach } from "./reach";

/** A person as they leave: who they are, and nothing of what became of them. */
export type ExportPerson = {
  id: string;
  name: string;
  birthText: string | null;
  birthPlace: string | null;
  deathText: string | null;
  /** Under which an import knows them again. */
  sourceKey: string | null;
  variants: { kind: string; text: string }[];
};

/** Everybody whom this person may see, some at a time. The cursor lives as long as the transaction. */
export const readPeopleSeen = (
  client: ReadingClient,
  reach: Reach,
): AsyncGenerator<readonly ExportPerson[]> =>
  readByCursor(
    client,
    "person_seen",
    `select json_build_object('id', p.id, 'name', p.name, 'birthText', p.birth_text, 'birthPlace', p.birth_place,
       'deathText', p.death_text, 'sourceKey', p.source_key,
       'variants', (select coalesce(json_agg(json_build_object('kind', n.kind, 'text', n.text) order by n.kind, n.script, n.text), '[]')
         from person_names n where n.person_id = p.id)) as row
     from persons p where ${personSeen("p", "$1")} order by p.name collate "kk-x-icu", p.id`,
    [reachParameter(reach)],
  );
