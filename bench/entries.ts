import type { Connection } from "@/lib/store/client";
import type { EntryDraft } from "@/lib/store/events";
import { cast } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";

/** Gives drafts of entries as work on an archive writes them: about a person, a case and a file that are there. */
export async function prepareDrafts(db: Connection): Promise<(nth: number) => EntryDraft> {
  const people = Object.values(await cast(db));
  for (let n = 0; n < 64; n++) await aCase(db, [await aFile(db)]);
  const { rows: about } = await db.pool.query<{ caseId: string; personId: string; fileId: string }>(
    `select c.id as "caseId", c.person_id as "personId", f.file_id as "fileId"
     from cases c join case_files f on f.case_id = c.id`,
  );
  return (nth) => {
    const actor = people[nth % people.length]!;
    const subject = about[nth % about.length]!;
    const changes = [{ what: "birthText", before: "1899", after: `ок. ${1850 + (nth % 80)} г.` }];
    return {
      actor: { id: actor.accountId, name: actor.name, role: "archivist", body: null, delegation: null },
      at: new Date(),
      about: subject,
      payload: {
        kind: "work",
        work: "edit_person",
        article: "P9",
        about: { case: subject.caseId, person: subject.personId },
        facts: { changes },
      },
    };
  };
}
