import type { Queryable } from "./client";
import { newId } from "./id";
import { duplicatesStatement } from "./matters-sql";
import { caseSeen, reachParameter, type Reach } from "./reach";
import type { Tx } from "./transaction";

type Answer = { caseId: string; otherId: string; answer: string; note: string; by: string; at: Date };

export async function insertDuplicateAnswer(tx: Pick<Tx, "duplicates">, answer: Answer): Promise<void> {
  const { caseId, otherId, by, ...rest } = answer;
  await tx.duplicates.create({
    data: { id: newId(), case_id: caseId, other_id: otherId, by_id: by, ...rest },
  });
}

export type SimilarCase = {
  id: string;
  name: string;
  born: string | null;
  place: string | null;
  episode: string;
  dateText: string | null;
};

/** Similar cases that nobody has compared yet. One that the person may not see is not named, and stays in the way. */
export async function listSimilar(db: Queryable, reach: Reach, caseId: string): Promise<SimilarCase[]> {
  const { rows } = await db.query<SimilarCase>(
    `select c.id, p.name, p.birth_text born, p.birth_place place, c.episode, c.date_text "dateText"
     from (${duplicatesStatement}) d join cases c on c.id = (d.row->>'id')::uuid join persons p on p.id = c.person_id
     where ${caseSeen("c", "$2")} order by p.name, c.id limit 20`,
    [caseId, reachParameter(reach)],
  );
  return rows;
}
