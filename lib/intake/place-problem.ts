import { headingOf, type Column } from "./columns";
import type { Problem, ProblemCode } from "./problem";

export type PlaceProblem = (code: ProblemCode, row: number, column: Column | null, detail: string) => Problem;

/** Makes problems at cells of a table, each under the heading that the table itself has. */
export function problemsOf(headings: Partial<Record<Column, string>>): PlaceProblem {
  return (code, row, column, detail) => {
    const heading = column && (headings[column] ?? headingOf(column, "en"));
    return { code, place: { kind: "row", row, heading }, detail };
  };
}
