import { hashOf } from "@/lib/ledger/canonical";
import {
  insertFiles,
  insertUnits,
  loadSourceUnits,
  settleUnits,
  updateUnits,
} from "@/lib/store/intake-units";
import type { Reader, Writer } from "@/lib/store/transaction";
import { compareUnits, type UnitComparison } from "./compare-units";
import type { FindingAid } from "./ead";
import type { EadUnit } from "./ead-unit";
import { planUnits, type UnitPlan } from "./plan-units";
import type { Outcome } from "./problem";
import type { Entry, Importer, Proposal } from "./proposal";
import { Summariser } from "./summarise";
import type { Sample, Summary } from "./view";
import { storedUnitOf } from "./unit-rows";

/** Compares a finding aid with what earlier imports of the same record have left. */
export async function proposeUnits(
  tx: Reader,
  aid: FindingAid,
  importer: Importer,
): Promise<Outcome<Proposal>> {
  const source = `ead:${aid.record}`;
  const rows = await loadSourceUnits(tx, source);
  const { archiveId } = importer;
  if (archiveId !== null && rows.some((row) => row.body_id !== null && row.body_id !== archiveId)) {
    return { ok: false, problem: { code: "otherArchive", place: { kind: "file" }, detail: aid.record } };
  }
  const comparison = compareUnits(rows.map(storedUnitOf), aid.units);
  const plan = planUnits(comparison, aid.units, { source, bodyId: archiveId });
  const write = async (into: Writer): Promise<Entry[]> => {
    await insertUnits(into, plan.inserts);
    await updateUnits(into, plan.updates);
    await settleUnits(into, plan.settled);
    await insertFiles(into, plan.files);
    return entriesOf(plan);
  };
  return { ok: true, value: { summary: summarise(aid, comparison, plan), write } };
}

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

function sampleOf(unit: EadUnit): Sample {
  const name = [unit.reference, unit.title].filter(Boolean).join(" ");
  const detail = [unit.dateText, unit.description.container].filter(Boolean).join(" · ");
  return { noun: "unit", name: name || unit.dateText || unit.key, detail, at: unit.line };
}

function summarise(aid: FindingAid, comparison: UnitComparison, plan: UnitPlan): Summary {
  const summary = new Summariser("ead", aid.title || aid.record, ["unit", "file"]);
  for (const unit of comparison.added) summary.added(sampleOf(unit), unit.key);
  for (const { incoming, changes } of comparison.changed) {
    summary.changed({ ...sampleOf(incoming), changes }, incoming.key);
  }
  for (const stored of comparison.missing) {
    summary.missing({ noun: "unit", name: stored.refPath, detail: stored.dateText, at: null }, stored.key);
  }
  for (const { stored, incoming } of comparison.rejected) {
    const place = { kind: "line", line: incoming.line, column: 1 } as const;
    summary.problem({ code: "inProceeding", place, detail: stored.refPath });
  }
  summary.unchanged("unit", comparison.unchanged.length);
  const keys = new Map(plan.inserts.map((row) => [row.id, row.source_key]));
  for (const { id } of plan.files) summary.counted("file", keys.get(id) ?? id);
  return summary.finish();
}
