import type { Report } from "@/lib/jobs/report";
import type { Work } from "@/lib/jobs/run-jobs";
import { worksLaw } from "@/lib/law/law";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { appendMany } from "@/lib/store/events";
import { loadProposal, settleProposal, type ProposalRow } from "@/lib/store/intake";
import { lockIntake } from "@/lib/store/intake-units";
import {
  countBrought,
  dropWrites,
  findWorkedOn,
  listWrites,
  loadCame,
  putBack,
  takeBack,
  writtenTables,
  type Came,
} from "@/lib/store/intake-undo";
import { inPlainTransaction, sqlState, type PlainTx } from "@/lib/store/transaction";
import type { Desk } from "./accept";
import type { Entry } from "./proposal";
import type { Problem } from "./problem";

/** Somebody has worked on what an import brought. */
class WorkedOn extends Error {
  constructor(readonly thing: string | null) {
    super("what the import brought was worked on");
  }
}

/** Something refers to a row that was to go, or has written it since. */
const inTheWay = new Set(["23503", "23001", "AQ002"]);

/**
 * Undoes an import, all of it or nothing, in one transaction: what it brought goes, what it wrote over is as it was, and
 * the history tells of each. As long as nobody has worked on anything of it: every work tells the history.
 */
export function undoing(desk: Desk): Work {
  const back = (tx: PlainTx, { id, accepted_at }: ProposalRow, problem: Problem | null) =>
    settleProposal(tx, id, { state: accepted_at ? "accepted" : "dropped", problem });
  return {
    async run(job, report) {
      const proposal = await loadProposal(desk.pool, job.importId);
      if (proposal.state !== "undoing") return async () => undefined;
      try {
        await inPlainTransaction(desk.pool, (tx) => undo(tx, desk, proposal, job.askedAs, report));
      } catch (fault) {
        const worked = fault instanceof WorkedOn || inTheWay.has(sqlState(fault) ?? "");
        if (!worked) throw fault;
        const thing = fault instanceof WorkedOn ? fault.thing : null;
        const code = thing === null ? "builtOn" : "workedOn";
        return (tx) => back(tx, proposal, { code, place: { kind: "file" }, detail: thing ?? "" });
      }
      return async () => undefined;
    },
    async giveUp(tx, job) {
      const proposal = await loadProposal(desk.pool, job.importId);
      if (proposal.state === "undoing") await back(tx, proposal, null);
    },
  };
}

async function undo(tx: PlainTx, desk: Desk, proposal: ProposalRow, actor: ActorSnapshot, report: Report) {
  const { id } = proposal;
  const writes = await listWrites(tx, id);
  const steps = writtenTables.length + 3 + writes.length;
  let step = 0;
  const tell = (): void => report.tell("undoing", step++, steps);
  tell();
  await lockIntake(tx);
  const worked = await findWorkedOn(tx, id);
  if (worked) throw new WorkedOn(worked.name);
  const brought = await countBrought(tx, id);
  tell();
  await putBack(tx, id, "update");
  const gone: Partial<Record<string, number>> = {};
  for (const table of writtenTables) {
    tell();
    gone[table] = await takeBack(tx, id, table);
  }
  await putBack(tx, id, "delete");
  const { unitsLeft } = await countBrought(tx, id);
  const whole = (["files", "persons", "cases"] as const).every((of) => gone[of] === brought[of]);
  if (!whole || brought.units !== (gone.units ?? 0) + unitsLeft) throw new WorkedOn(null);
  const frame = { actor, at: desk.clock(), sample: desk.sample === true };
  for (const xid of writes) {
    tell();
    const entries = (await loadCame(tx, xid)).map(entryOf);
    await appendMany(
      tx,
      entries.map((entry) => ({ ...entry, ...frame })),
    );
  }
  const counts = Object.fromEntries(Object.entries(gone).filter(([, count]) => count));
  const facts = { file: proposal.file_name, sha256: proposal.sha256, counts } as const;
  await appendMany(tx, [{ payload: told({ import: id }, facts), ...frame }]);
  await dropWrites(tx, id);
  await settleProposal(tx, id, {
    state: "undone",
    undoneAt: frame.at,
    problem: null,
    filesAdded: -brought.files,
  });
  report.tell("undoing", steps, steps);
}

const { article } = worksLaw.find(({ work }) => work === "undo_import")!;
const told = (about: Record<string, string | null>, facts: object) =>
  ({ kind: "work", work: "undo_import", article, about, facts }) as Extract<
    Entry["payload"],
    { kind: "work" }
  >;

/** What came is gone; what was changed is as it was. */
function entryOf({ act, caseId, fileId, personId }: Came): Entry {
  const about = { caseId, fileId, personId };
  if (act === "accept_import")
    return { payload: told({ file: fileId, case: caseId, person: personId }, {}), about };
  const [what, id] = caseId ? ["case", caseId] : fileId ? ["file", fileId] : ["person", personId!];
  return { payload: { kind: "departed", what: what as "case" | "file" | "person", id: id }, about };
}
