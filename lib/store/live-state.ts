import { hashOf } from "@/lib/ledger/canonical";
import type { Folded, FoldedProceeding, FoldedSignature } from "@/lib/ledger/fold";
import type { Queryable } from "./client";

/** The live tables in the form that the history folds to. Cases and files without an entry are not compared. */
export async function readLiveState(db: Queryable): Promise<Folded> {
  const all = async <R extends object>(sql: string): Promise<R[]> => (await db.query<R>(sql)).rows;
  // One after the other: an export reads through one connection, at one moment.
  const files = await all<{ id: string; standing: string }>("select id, standing from files");
  const cases = await all<{ id: string; stage: string; outcome: string | null; neverSecret: boolean }>(
    'select id, stage, outcome, never_secret as "neverSecret" from cases',
  );
  const proceedings = await all<FoldedProceeding & { id: string }>(
    `select id, kind as of, coalesce(file_id, case_id) as subject, step, version, round, single,
       deferred_until::text as deferred, suspended from proceedings`,
  );
  const signatures = await all<FoldedSignature & { id: string }>(
    `select id, proceeding_id as proceeding, question, slot, account_id as account, answer, outcome,
       dossier_hash as dossier, void_reason as void from signatures`,
  );
  const decisions = await all<{
    id: string;
    proceeding: string;
    subject: string;
    result: string;
    outcome: string;
  }>(
    `select id, proceeding_id as proceeding, coalesce(file_id, case_id) as subject, result, outcome from decisions`,
  );
  const rules = await all<{ id: string; body: unknown; from: Date } & By>(
    `select version::text as id, body, in_force_from as "from", proposed_by as "proposedBy",
       confirmed_by as "confirmedBy", withdrawn_by as "withdrawnBy" from rule_sets`,
  );
  return {
    files: new Map(files.map((f) => [f.id, f.standing])),
    cases: byId(cases),
    proceedings: byId(proceedings),
    signatures: byId(signatures),
    decisions: byId(decisions),
    rules: byId(
      rules.map(({ body, from, ...row }) => ({ ...row, body: hashOf(body), from: from.toISOString() })),
    ),
  };
}

type By = Record<"proposedBy" | "confirmedBy" | "withdrawnBy", string | null>;

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, Omit<T, "id">> {
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
