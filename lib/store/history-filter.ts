import { acts } from "@/lib/law/acts";
import { law } from "@/lib/law/law";

/** Acts that are signatures, in every article that names them. */
export const signingActs = acts.filter((act) => law.some((row) => row.act === act && row.slot !== null));

/** What entries of the history are looked for by. All of it together, each by an index or on few rows. */
export type HistoryFilter = {
  caseId?: string;
  fileId?: string;
  personId?: string;
  proceedingId?: string;
  act?: string;
  article?: string;
  actorId?: string;
  /** From this moment on, and before that one. */
  from?: Date;
  until?: Date;
  refused?: boolean;
  /** Signatures alone: all of them, or those of registers whose dossier the signer had not opened. */
  signed?: "any" | "unopened";
  /** In proceedings that this person is an author in. */
  authorId?: string;
  /** Exactly these entries; those of exactly these proceedings. */
  seqs?: readonly string[];
  proceedingIds?: readonly string[];
};

/** A decision's signature has entries beside it, of the same person at the same moment: what it moved. */
const signature = `e.act in (${signingActs.map((act) => `'${act}'`).join(", ")}) and exists (select from signatures fs where fs.proceeding_id = e.proceeding_id
  and fs.account_id = e.actor_id and fs.at = e.at`;

/** Conditions on `e` that follow on a `where`, their parameters numbered from `first` on. */
export function conditionsOf(filter: HistoryFilter, first: number): { where: string; values: unknown[] } {
  const wanted: [condition: string, value: unknown][] = [
    ["e.case_id = ?::uuid", filter.caseId],
    ["e.file_id = ?::uuid", filter.fileId],
    [
      "(e.person_id = ?::uuid or e.case_id = any(array(select pc.id from cases pc where pc.person_id = ?::uuid)))",
      filter.personId,
    ],
    ["e.proceeding_id = ?::uuid", filter.proceedingId],
    ["e.act = ?", filter.act],
    ["e.article = ?", filter.article],
    ["e.actor_id = ?::uuid", filter.actorId],
    ["e.seq = any(?::bigint[])", filter.seqs],
    ["e.proceeding_id = any(?::uuid[])", filter.proceedingIds],
    ["e.at >= ?::timestamptz", filter.from],
    ["e.at < ?::timestamptz", filter.until],
    [
      "exists (select from authors fa where fa.proceeding_id = e.proceeding_id and fa.account_id = ?::uuid)",
      filter.authorId,
    ],
  ];
  const set = wanted.filter(([, value]) => value !== undefined);
  const plain = [
    filter.refused && "e.refused",
    filter.signed &&
      `not e.refused and ${signature}${filter.signed === "unopened" ? " and fs.register and not fs.opened" : ""})`,
  ];
  const numbered = set.map(([condition], nth) => condition.replaceAll("?", `$${nth + first}`));
  return {
    where: [...numbered, ...plain]
      .filter(Boolean)
      .map((condition) => ` and ${condition}`)
      .join(""),
    values: set.map(([, value]) => value),
  };
}
