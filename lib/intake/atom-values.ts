import { tidy } from "./ead-text";

/** What AtoM writes where one of several parallel values is empty. */
export const NOTHING = "NULL";

/** A text of several lines: line ends as everywhere here, composed letters, nothing blank around it. */
export function cleanText(cell: string): string {
  return cell.replace(/\r\n?/g, "\n").trim().normalize("NFC");
}

/** The values of a cell that may hold several, each as AtoM has it; an empty one keeps its place. */
export function splitValues(cell: string): string[] {
  return cell.trim() === "" ? [] : cell.split("|").map((value) => (value.trim() === NOTHING ? "" : value));
}

/** Values that stand by themselves: empty ones and repetitions say nothing. */
export function distinctValues(cell: string, clean = tidy): string[] {
  return [...new Set(splitValues(cell).map(clean))].filter((value) => value !== "");
}

/** Parallel values in one cell; nothing at all where all are empty. */
export function joinValues(values: readonly string[]): string {
  if (values.every((value) => value === "")) return "";
  return values.map((value) => value || NOTHING).join("|");
}

export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");
