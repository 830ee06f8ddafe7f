/** The headings of AtoM's accession template, each as AtoM writes it and in its order. */
export const accessionHeadings = [
  ...[
    "accessionNumber",
    "alternativeIdentifiers",
    "alternativeIdentifierTypes",
    "alternativeIdentifierNotes",
  ],
  ...[
    "acquisitionDate",
    "sourceOfAcquisition",
    "locationInformation",
    "acquisitionType",
    "resourceType",
    "title",
  ],
  ...["archivalHistory", "scopeAndContent", "appraisal", "physicalCondition", "receivedExtentUnits"],
  ...["processingStatus", "processingPriority", "processingNotes"],
  ...["physicalObjectName", "physicalObjectLocation", "physicalObjectType"],
  ...["donorName", "donorStreetAddress", "donorCity", "donorRegion", "donorCountry", "donorPostalCode"],
  ...["donorTelephone", "donorFax", "donorEmail", "donorNote", "donorContactPerson"],
  ...["creators", "eventTypes", "eventDates", "eventStartDates", "eventEndDates"],
  ...["accessionEventTypes", "accessionEventDates", "accessionEventAgents", "accessionEventNotes", "culture"],
] as const;
export type AccessionHeading = (typeof accessionHeadings)[number];

/** What a transfer has a place for; whatever else a table brings is named and not kept. */
export const keptHeadings = [
  ...["accessionNumber", "acquisitionDate", "sourceOfAcquisition", "locationInformation", "acquisitionType"],
  ...[
    "resourceType",
    "title",
    "scopeAndContent",
    "receivedExtentUnits",
    "processingStatus",
    "processingNotes",
  ],
  ...["donorName", "culture"],
] as const satisfies readonly AccessionHeading[];

/** Without these columns a table says nothing that could be announced. */
export const neededHeadings = [
  ...["acquisitionDate", "sourceOfAcquisition", "locationInformation", "title", "scopeAndContent"],
  "processingNotes",
] as const satisfies readonly AccessionHeading[];

/** Terms of AtoM's taxonomies. */
export const transferType = "Transfer";
export const publicTransfer = "Public transfer";
export const statuses = {
  announced: "Incomplete",
  returned: "Incomplete",
  received: "In-Progress",
  checked: "In-Progress",
  accepted: "Complete",
} as const;

type Amounts = { files: number; sheets: number | null; materials: number | null };

/** `120 ед. хр., 3400 л., 560 док.`: the usual abbreviations, whatever the language of the rest. */
export function printAmounts({ files, sheets, materials }: Amounts): string {
  const parts = [
    `${files} ед. хр.`,
    sheets !== null && `${sheets} л.`,
    materials !== null && `${materials} док.`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

export type AccessionItem = Amounts & { fonds: string; inventories: string; title: string | null };

/** One fonds on one line: `Ф. Р-10. Оп. 1–3. 120 ед. хр., 3400 л., 560 док. Название`. */
export function printItem(item: AccessionItem): string {
  const head = `Ф. ${item.fonds}. Оп. ${item.inventories}. ${printAmounts(item)}`;
  return item.title === null ? head : `${head} ${item.title}`;
}

/** The parts of such a line as they stand there, not judged yet; null where it is none. */
export function readItem(line: string): Record<keyof AccessionItem, string> | null {
  const form = /^Ф\. (\S+)\. Оп\. ([^.]+)\. (\d+) ед\. хр\.(?:, (\d+) л\.)?(?:, (\d+) док\.)?(?: (.+))?$/u;
  const found = form.exec(line.trim());
  if (!found) return null;
  const [, fonds = "", inventories = "", files = "", sheets = "", materials = "", title = ""] = found;
  return { fonds, inventories, files, sheets, materials, title };
}
