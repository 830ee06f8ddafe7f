import type { UnitFields } from "./atom-groups";
import { titleOf } from "./unit-rows";

/** A unit to be printed, as the store holds it. */
export interface PrintedUnit {
  id: string;
  /** Steps below the unit that is printed as the whole. */
  depth: number;
  level: string;
  reference: string;
  title: string;
  dateText: string | null;
  extent: string | null;
  description: Readonly<Record<string, string>> | null;
  sourceId: string | null;
  verbatim: Readonly<Record<string, string>> | null;
}

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
