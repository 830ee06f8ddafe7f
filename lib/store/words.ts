import type { Named } from "./case-page";
import type { Queryable } from "./client";

/** A vocabulary in force: what each code is called, in the order in which it is shown. */
export async function loadWords(db: Queryable, vocabulary: string): Promise<Record<string, Named>> {
  const { rows } = await db.query<Named & { code: string }>(
    `select distinct on (code) code, name_kk kk, name_ru ru, name_en en from vocabularies
     where vocabulary = $1 and retired_at is null order by code, version desc`,
    [vocabulary],
  );
  return Object.fromEntries(rows.map(({ code, ...name }) => [code, name]));
}
