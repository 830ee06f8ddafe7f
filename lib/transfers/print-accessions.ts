import { dayOf } from "@/lib/clock";
import { printCsv } from "@/lib/csv";
import type { Locale } from "@/lib/i18n/locales";
import {
  accessionHeadings,
  printAmounts,
  printItem,
  publicTransfer,
  statuses,
  transferType,
  type AccessionHeading,
} from "./accession";
import { linesOf, measures, sumOf, type TransferRow } from "./view";

/**
 * Transfers as AtoM's accession table, in the language of its `culture`. A cell that a spreadsheet would take for a
 * formula stands behind an apostrophe, which is taken off when the table is read again.
 */
export function printAccessions(transfers: readonly TransferRow[], locale: Locale): string {
  const rows = transfers.map((transfer) => {
    const cells = cellsOf(transfer, locale);
    return accessionHeadings.map((heading) => cells[heading] ?? "");
  });
  return printCsv([accessionHeadings, ...rows], { escape_formulas: true });
}

function cellsOf(transfer: TransferRow, locale: Locale): Partial<Record<AccessionHeading, string>> {
  const { from, to, state, ownNumber, versions, version, steps } = transfer;
  const said = versions.find((one) => one.version === version)!;
  const accepted = steps.find(({ act }) => act === "accept");
  const [files, sheets, materials] = measures.map((measure) =>
    sumOf(linesOf(said, steps).map(({ item, counted }) => (counted ?? item)[measure])),
  );
  return {
    accessionNumber: ownNumber ?? "",
    acquisitionDate: accepted ? dayOf(new Date(accepted.at)) : said.due,
    sourceOfAcquisition: from.names[locale],
    locationInformation: to.names[locale],
    ...{ acquisitionType: transferType, resourceType: publicTransfer },
    title: said.title,
    scopeAndContent: said.items.map(printItem).join("\n"),
    receivedExtentUnits: printAmounts({
      ...{ files: files!.value ?? 0, sheets: sheets!.value, materials: materials!.value },
    }),
    processingStatus: state in statuses ? statuses[state as keyof typeof statuses] : "",
    processingNotes: said.basis,
    donorName: from.names[locale],
    culture: locale,
  };
}
