import type { Office } from "./actor";
import type { Work } from "./acts";
import { worksLaw, type WorkRow } from "./law";
import type { Refusal } from "./refusals";

/** What the law looks at before a work around a proceeding: describing, registering, drafting, appointing. */
export type WorkMatter = {
  work: Work;
  offices: readonly Office[];
  /** Assigned as author of an open proceeding of this subject, at the step of study. */
  authorOfIt: boolean;
  /** Of a file: assigned as author of a case that uses it. They describe it and write of it; its spans are for its own author. */
  authorOfCase?: boolean;
  readerOfIt: boolean;
  conflict: boolean;
  /** The archive that keeps the file; an archivist of another one does not describe it. */
  archiveId: string | null;
  /** What the edit touches rests under a live decision: that is changed by a correction, not by an edit. */
  decided: boolean;
};
export type WorkRuling =
  { granted: true; row: WorkRow; office: Office } | { granted: false; refusal: Refusal };

/** Judges one work. Pure, as `decide` is. Throws on a work without a row, which the tests of the table exclude. */
export function decideWork(m: WorkMatter): WorkRuling {
  const row = worksLaw.find((one) => one.work === m.work);
  if (!row) throw new Error(`no article for ${m.work}`);
  const refuse = (condition: Refusal["condition"]): WorkRuling => ({
    granted: false,
    refusal: { article: row.article, condition, detail: { by: row.by.join(" ") } },
  });
  const office = officeOf(m, row);
  if (!office) return refuse("heldRole");
  if (m.conflict) return refuse("noConflict");
  if (m.decided && (row.edits === "file_body" || row.edits === "identity")) return refuse("notDecided");
  return { granted: true, row, office };
}

/** A work that is about nobody and nothing in particular goes by the offices alone; `archiveId` where it is an archive's. */
export const judgeByOffice = (
  work: Work,
  offices: readonly Office[],
  archiveId: string | null = null,
): WorkRuling =>
  decideWork({
    ...{ work, offices, archiveId },
    ...{ authorOfIt: false, readerOfIt: false, conflict: false, decided: false },
  });

function officeOf(m: WorkMatter, row: WorkRow): Office | null {
  for (const by of row.by) {
    if (by === "author_of_it" || by === "reader_of_it") {
      const ofCase = row.edits !== "file_body" && m.authorOfCase === true;
      const standing = by === "author_of_it" ? m.authorOfIt || ofCase : m.readerOfIt;
      const expert = m.offices.find((o) => o.role === "expert");
      if (standing && expert) return expert;
      continue;
    }
    const held = m.offices.find(
      (o) => o.role === by && (by !== "archivist" || !m.archiveId || o.bodyId === m.archiveId),
    );
    if (held) return held;
  }
  return null;
}
