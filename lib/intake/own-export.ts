import type { FindingAid } from "./ead";

const UUID = "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}";
const asRecord = new RegExp(`^urn:uuid:(${UUID})$`, "i");
const asLegacyId = new RegExp(`^(${UUID})$`, "i");

/** How a record is called that has come into being here: by the id of its unit. */
export const ownRecord = (id: string): string => `urn:uuid:${id}`;

/**
 * The id of the unit that this was exported of; null for what carries the name of a record of its own. Taken in where
 * it came from it would be a second copy of everything.
 */
export function idOfOwn({ version, record, units }: FindingAid): string | null {
  const name = version === "AtoM" ? asLegacyId.exec(units[0]?.sourceId ?? "") : asRecord.exec(record);
  return name?.[1] ?? null;
}
