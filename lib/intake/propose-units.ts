import { hashOf } from "@/lib/ledger/canonical";
import {
  insertFiles,
  insertUnits,
  isUnit,
  loadSourceUnits,
  settleUnits,
  updateUnits,
} from "@/lib/store/intake-units";
import type { PlainTx, Reader } from "@/lib/store/transaction";
import { Choosing } from "./choosing";
import { compareUnits, type ChangedUnit, type UnitComparison } from "./compare-units";
import type { FindingAid } from "./ead";
import type { EadUnit } from "./ead-unit";
import { idOfOwn } from "./own-export";
import { planUnits, type UnitPlan } from "./plan-units";
import type { Outcome } from "./problem";
import type { Entry, Importer, Proposal } from "./proposal";
import { Summariser } from "./summarise";
import type { Sample } from "./view";
import { storedUnitOf } from "./unit-rows";

/** Compares a finding aid with what earlier imports of the same record have left. */
export async function proposeUnits(
  tx: Reader,
  aid: FindingAid,
  importer: Importer,
): Promise<Outcome<Proposal>> {
  const compared = await compareAid(tx, aid, importer);
  if (!compared.ok) return compared;
  const { found, write } = compared.value;
  return { ok: true, value: { summary: found.finish(), write } };
}

export type Compared = { found: Summariser; write: Proposal["write"] };

/** The same, where it is one of several in a file. */
export async function compareAid(
  tx: Reader,
  aid: FindingAid,
  importer: Importer,
): Promise<Outcome<Compared>> {
  const source = sourceOf(aid);
  const own = idOfOwn(aid);
  if (own !== null && (await isUnit(tx, own, importer.reach)))
    return { ok: false, problem: { code: "ownExport", place: { kind: "file" }, detail: aid.record } };
  const rows = await loadSourceUnits(tx, source);
  const { archiveId } = importer;
  if (archiveId !== null && rows.some((row) => row.body_id !== null && row.body_id !== archiveId)) {
    return { ok: false, problem: { code: "otherArchive", place: { kind: "file" }, detail: aid.record } };
  }
  const summary = new Summariser(aid.version === "AtoM" ? "atom" : "ead", aid.title || aid.record, [
    "unit",
    "file",
  ]);
  const found = compareUnits(rows.map(storedUnitOf), aid.units);
  for (const unit of found.added) summary.added(sampleOf(aid, unit), unit.key);
  const comparison = leaveChanges(aid, found, new Choosing(importer.leave ?? {}, summary));
  const plan = planUnits(comparison, aid.units, { source, bodyId: archiveId });
  const write = async (into: PlainTx): Promise<Entry[]> => {
    await insertUnits(into, plan.inserts);
    await updateUnits(into, plan.updates);
    await settleUnits(into, plan.settled);
    await insertFiles(into, plan.files);
    return entriesOf(plan);
  };
  summarise(summary, aid, comparison, plan);
  return { ok: true, value: { found: summary, write } };
}

/** Under what the units of this record are found again. */
const sourceOf = ({ version, record }: FindingAid): string =>
  `${version === "AtoM" ? "atom" : "ead"}:${record}`;

function entriesOf(plan: UnitPlan): Entry[] {
  const rows = new Map(plan.inserts.map((row) => [row.id, row]));
  return plan.files.map(({ id }) => {
    const row = rows.get(id);
    const hash = hashOf(row?.imported ?? null);
    return {
      payload: { kind: "arrived", what: "file", id, source: row?.source ?? null, hash },
      about: { fileId: id },
    };
  });
}

/** One table of AtoM may hold several aids, each of which has its own keys. */
function sampleOf({ record }: FindingAid, unit: EadUnit): Sample {
  const name = [unit.reference, unit.title].filter(Boolean).join(" ");
  const detail = [unit.dateText, unit.description.container].filter(Boolean).join(" · ");
  const key = `${record}#${unit.key}`;
  return { noun: "unit", name: name || unit.dateText || unit.key, detail, at: unit.line, key };
}

/** The comparison with what is chosen: changes that are left out are none. */
function leaveChanges(aid: FindingAid, found: UnitComparison, choosing: Choosing): UnitComparison {
  const isTaken = ({ incoming, changes }: ChangedUnit): boolean =>
    choosing.compared(sampleOf(aid, incoming), incoming.key, changes).length > 0;
  const taken = new Set(found.changed.filter(isTaken));
  const left = found.changed.filter((one) => !taken.has(one));
  return { ...found, changed: [...taken], left };
}

function summarise(summary: Summariser, aid: FindingAid, comparison: UnitComparison, plan: UnitPlan): void {
  for (const stored of comparison.missing) {
    summary.missing({ noun: "unit", name: stored.refPath, detail: stored.dateText, at: null }, stored.key);
  }
  for (const { stored, incoming } of comparison.rejected) {
    const { line } = incoming;
    const place =
      aid.version === "AtoM"
        ? ({ kind: "row", row: line, heading: null } as const)
        : ({ kind: "line", line, column: 1 } as const);
    summary.problem({ code: "inProceeding", place, detail: stored.refPath });
  }
  summary.unchanged("unit", comparison.unchanged.length);
  const keys = new Map(plan.inserts.map((row) => [row.id, row.source_key]));
  for (const { id } of plan.files) summary.counted("file", keys.get(id) ?? id);
}
