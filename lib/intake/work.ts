import { createReadStream } from "node:fs";
import { actorOfAccount } from "@/lib/auth/actor";
import { dayOf } from "@/lib/clock";
import { deliveryRoot, placeOf, readBlob } from "@/lib/files/blobs";
import { readHead } from "@/lib/files/open-package";
import type { Report } from "@/lib/jobs/report";
import type { Work, Works } from "@/lib/jobs/run-jobs";
import { countLeft } from "@/lib/store/intake-batches";
import { dropStaged, dropWork } from "@/lib/store/intake-staging";
import { loadProposal, settleProposal, type ProposalRow } from "@/lib/store/intake";
import { newId } from "@/lib/store/id";
import { addJob, type Job } from "@/lib/store/jobs";
import type { PlainTx } from "@/lib/store/transaction";
import { acceptWhole, compareWhole, type Accepting, type Desk } from "./accept";
import { acceptTable, compareTable, concludeTable } from "./import-table";
import { importerOf, importingOffice, snapshotOf } from "./importer";
import { findMapping } from "./find-mapping";
import { openDelivery, type Delivery } from "./open-delivery";
import { openedBefore, tellPart, withPart } from "./part";
import type { Outcome } from "./problem";
import type { Importer } from "./proposal";
import { undoing } from "./undo";
import { readWhole, recognise, refuseLarge, type Whole } from "./read-whole";
import { findStaged, restoreRows, stageTable, type StagedTable } from "./stage-table";
import type { Bytes } from "./table-text";
import type { Asked, Problem, Summary } from "./view";

type Tx = PlainTx;
type Proposal = ProposalRow<Summary, Problem>;

/** What the jobs of the intake do. Each works as the person who asked for it, with what they may see when it runs. */
export const intakeWorks = (desk: Desk): Works => ({
  analyse: analysing(desk),
  accept: accepting(desk),
  undo: undoing(desk),
});

function analysing(desk: Desk): Work {
  return {
    async run(job, report) {
      const proposal = await loadProposal<Summary, Problem>(desk.pool, job.importId);
      const read = await analyse(desk, job, proposal, report);
      return (tx) =>
        read.ok
          ? settleProposal(tx, proposal.id, { state: "open", summary: read.value, problem: null })
          : settleProposal(tx, proposal.id, { state: "unreadable", problem: read.problem, summary: null });
    },
    async giveUp(tx, { importId, wish }) {
      await dropStaged(tx, importId);
      await settleProposal(tx, importId, { state: wish === "cancel" ? "dropped" : "unreadable" });
    },
  };
}

async function analyse(desk: Desk, job: Job, proposal: Proposal, report: Report): Promise<Outcome<Summary>> {
  const { importer } = await personOf(desk, job, proposal);
  const { sha256, file_name: fileName, asked } = proposal;
  const place = placeOf(deliveryRoot(), sha256);
  const tell = report.of("opening");
  const opened = await openDelivery({
    ...{ place, fileName, asked, root: deliveryRoot(), beside: `${place}.${proposal.id}`, tell },
  });
  if (!opened.ok) return opened;
  const read = await compareDelivery(desk, proposal, opened.value, importer, report);
  return tellPart(read, opened.value);
}

async function compareDelivery(
  desk: Desk,
  proposal: Proposal,
  delivery: Delivery,
  importer: Importer,
  report: Report,
): Promise<Outcome<Summary>> {
  const { place, fileName, asked } = delivery;
  const kind = await recognise({ head: await readHead(place), fileName, asked, source: sourceOf(delivery) });
  if (kind === null)
    return {
      ok: false,
      problem: { code: "unknownKind", place: { kind: "file" }, detail: fileName },
    };
  if (kind === "whole") {
    report.tell("comparing", 0, 1);
    const whole = await readWholeOf(proposal, delivery);
    return whole.ok ? compareWhole(desk, whole.value, importer) : whole;
  }
  const mapped = await findMapping(desk.pool, delivery, importer.archiveId);
  const staged = await stageOnce(desk, proposal.id, mapped, report);
  if (!staged.ok) return staged;
  return { ok: true, value: await compareTable(desk, staged.value, importer, report.of("comparing")) };
}

/** From its beginning, as often as it is wanted. */
const sourceOf =
  ({ place }: Delivery): (() => Bytes) =>
  () =>
    createReadStream(place);

/** What an analysis that broke off had set down is not read again. */
async function stageOnce(
  desk: Desk,
  id: string,
  delivery: Delivery,
  report: Report,
): Promise<Outcome<StagedTable>> {
  const { size, asked } = delivery;
  const source = sourceOf(delivery);
  const tell = (_rows: number, bytes: number): void => report.tell("reading", bytes, size);
  const staged = await findStaged(desk.pool, id);
  if (!staged) return stageTable(desk.pool, id, source(), { asked, tell });
  await restoreRows(desk.pool, staged, source, tell);
  return { ok: true, value: staged };
}

function accepting(desk: Desk): Work {
  return {
    async run(job, report) {
      const proposal = await loadProposal<Summary, Problem>(desk.pool, job.importId);
      const person = await personOf(desk, job, proposal);
      if (proposal.summary && proposal.summary.kind !== "table")
        return acceptingWhole(desk, proposal, person, report);
      const staged = await stageOnce(desk, proposal.id, openedBefore(proposal), report);
      if (!staged.ok) throw new Error(`what was read is not readable: ${staged.problem.code}`);
      const left = await acceptTable(desk, staged.value, person, report.of("writing"));
      return (tx) => conclude(tx, desk, { job, proposal, staged: staged.value, left });
    },
    async giveUp(tx, job) {
      const proposal = await loadProposal<Summary, Problem>(desk.pool, job.importId);
      const staged = await findStaged(desk.pool, job.importId);
      const left = staged ? await countLeft(desk.pool, staged.id) : 0;
      const untouched = !staged || left === staged.batches;
      if (untouched) return settleProposal(tx, proposal.id, { state: "open" });
      await conclude(tx, desk, { job, proposal, staged, left });
    },
  };
}

type Concluding = {
  job: Job;
  proposal: Proposal;
  staged: StagedTable;
  /** Batches that were not written. */
  left: number;
};

/** The history is told what was written, in the name of who asked, whatever has become of them; what was not is compared anew, with what is there by now. */
async function conclude(tx: Tx, desk: Desk, { job, proposal, staged, left }: Concluding): Promise<void> {
  const { id, file_name: fileName, sha256, size } = proposal;
  const at = desk.clock();
  const written = await concludeTable(tx, desk, staged, { actor: job.askedAs, fileName, sha256 });
  const filesAdded = written.counts.file?.added;
  if (left === 0) {
    await dropWork(tx, id);
    return settleProposal(tx, id, { state: "accepted", acceptedAt: at, leftOut: 0, filesAdded });
  }
  await dropStaged(tx, id);
  await settleProposal(tx, id, { state: "analysing", leftOut: left, filesAdded });
  await addJob(tx, { id: newId(), kind: "analyse", importId: id, askedAs: job.askedAs, at, size });
}

/** Descriptions that hang together are taken in whole, with the end of its job. */
async function acceptingWhole(
  desk: Desk,
  proposal: Proposal,
  person: Accepting,
  report: Report,
): Promise<(tx: Tx) => Promise<void>> {
  report.tell("writing", 0, 1);
  const { id, file_name: fileName, sha256, summary } = proposal;
  const delivery = openedBefore(proposal);
  const whole = await readWholeOf(proposal, delivery);
  if (!whole.ok) throw new Error(`what was read is not readable: ${whole.problem.code}`);
  const asked = { ...person, id, fileName, sha256, digest: summary?.digest ?? null };
  return async (tx) => {
    const accepted = await acceptWhole(tx, desk, whole.value, asked);
    if (!accepted.ok) return settleProposal(tx, id, { state: "unreadable", problem: accepted.problem });
    if (accepted.value.state === "stale") {
      const now = withPart(accepted.value.summary, delivery);
      return settleProposal(tx, id, { state: "open", summary: now, leftOut: 1 });
    }
    const filesAdded = accepted.value.summary.counts.file?.added;
    await settleProposal(tx, id, { state: "accepted", acceptedAt: desk.clock(), leftOut: 0, filesAdded });
  };
}

async function readWholeOf(
  { sha256 }: Proposal,
  { part, size, fileName, asked }: Delivery,
): Promise<Outcome<Whole>> {
  const large = refuseLarge(size);
  if (large) return large;
  const hash = part?.sha256 ?? sha256;
  const bytes = await readBlob(hash, deliveryRoot());
  if (!bytes) throw new Error(`the delivery ${hash} is not there`);
  return readWhole(bytes, fileName, asked);
}

/** Who asked, as they are now: somebody who is no archivist any more takes in nothing. */
async function personOf(desk: Desk, { askedBy }: Job, { asked }: Proposal): Promise<Accepting> {
  const actor = await actorOfAccount(desk.pool, askedBy, dayOf(desk.clock()));
  const office = importingOffice(actor);
  if (!office) throw new Error("who asked for this import is no archivist any more");
  const { leave } = asked as Asked;
  const importer = { ...(await importerOf(desk.pool, actor, office)), leave };
  return { importer, actor: snapshotOf(actor, office) };
}
