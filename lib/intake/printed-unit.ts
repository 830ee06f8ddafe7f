import type { ExportUnit } from "@/lib/store/unit-export";
import type { UnitFields } from "./atom-groups";
import { titleOf } from "./unit-rows";

/** A unit to be printed, as the store gives it. */
export type PrintedUnit = Readonly<ExportUnit>;

/** Its fields. A title that was supplied here in brackets is none: the next to read it supplies it again. */
export function fieldsToPrint(unit: PrintedUnit): UnitFields {
  const { level, reference, description } = unit;
  const fields = {
    ...description,
    level,
    reference,
    dateText: unit.dateText ?? "",
    extent: unit.extent ?? "",
  };
  return { ...fields, title: unit.title === titleOf({ ...fields, title: "" }) ? "" : unit.title };
}
