import { printDid, printNotes } from "./ead-print-unit";
import { UNSAID_LEVEL } from "./ead-fields";
import { fieldsToPrint, type PrintedUnit } from "./printed-unit";
import { element, openTag, textElement } from "./xml-text";

/** What a finding aid says of itself. */
export interface EadHeading {
  record: string;
  title: string;
  /** The archive that keeps what is described. */
  agency: string;
  /** When it was made, as RFC 3339 has it. */
  at: string;
  /** Whether the names that the source gave its components are given again. */
  bySource: boolean;
}

const NAMESPACE = "http://ead3.archivists.org/schema/";
const EAD_LEVELS = new Set(
  "class collection file fonds item otherlevel recordgrp series subfonds subgrp subseries".split(" "),
);
/** What may stand for a name in XML. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** A finding aid in EAD3, piece by piece; units come in the order of the tree, the whole first. */
export async function* printEad(
  parts: AsyncIterable<readonly PrintedUnit[]>,
  heading: EadHeading,
): AsyncGenerator<string, void> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${openTag("ead", { xmlns: NAMESPACE })}\n${printControl(heading)}\n`;
  /** Elements that are open: the whole, and one component for each step down. */
  let open = 0;
  let listed = false;
  for await (const units of parts) {
    let text = "";
    for (const unit of units) {
      for (; open > Math.max(1, unit.depth); open -= 1) text += "</c>\n";
      if (unit.depth > 0 && !listed) text += "<dsc>\n";
      listed ||= unit.depth > 0;
      text += printUnit(unit, heading.bySource);
      open = unit.depth + 1;
    }
    yield text;
  }
  yield `${"</c>\n".repeat(Math.max(0, open - 1))}${listed ? "</dsc>\n" : ""}</archdesc>\n</ead>\n`;
}

/** The beginning of an element that its children follow. */
function printUnit(unit: PrintedUnit, bySource: boolean): string {
  const fields = fieldsToPrint(unit);
  const whole = unit.depth === 0;
  const named = unit.sourceId !== null && NAME.test(unit.sourceId) ? unit.sourceId : undefined;
  const id = bySource ? named : `u-${unit.id}`;
  const open = openTag(whole ? "archdesc" : "c", { ...levelOf(unit.level, whole), id });
  const notes = printNotes(fields);
  return `${open}\n${printDid(fields)}\n${notes === "" ? "" : `${notes}\n`}`;
}

/** A component may leave its level open; the whole may not. */
function levelOf(level: string, whole: boolean): { level?: string; otherlevel?: string } {
  if (EAD_LEVELS.has(level)) return { level };
  if (!whole && (level === UNSAID_LEVEL || level === "")) return {};
  return { level: "otherlevel", otherlevel: level || UNSAID_LEVEL };
}

function printControl({ record, title, agency, at }: EadHeading): string {
  const event = [
    element("eventtype", "", { value: "derived" }),
    textElement("eventdatetime", at, { standarddatetime: at }),
    element("agenttype", "", { value: "machine" }),
    textElement("agent", "Aqtalu"),
  ];
  const parts = [
    textElement("recordid", record),
    element("filedesc", element("titlestmt", textElement("titleproper", title))),
    element("maintenancestatus", "", { value: "derived" }),
    element("maintenanceagency", textElement("agencyname", agency)),
    element("maintenancehistory", element("maintenanceevent", event.join(""))),
  ];
  return element("control", parts.join("\n"));
}
