import type { Outcome, Problem } from "./problem";
import type { Survey } from "./survey-package";

/** A package as the list of what may be taken from it: of a bag its payload alone. */
type Choice = Pick<Survey, "candidates" | "files" | "named">;

const SHOWN = 12;

/**
 * The one file of a package that is a table or a description. What is known by its headings or its first element comes
 * before what only has the name of a table; a package of one file is that file. Several are nobody's to choose from.
 */
export function choosePart({ candidates, files, named }: Choice): Outcome<string> {
  const sure = candidates.filter((one) => one.sure);
  const left = sure.length > 0 ? sure : candidates;
  const [chosen, second] = left;
  const file = { kind: "file" } as const;
  if (second) {
    const detail = list(
      left.map(({ path }) => path),
      left.length,
    );
    return { ok: false, problem: { code: "severalToRead", place: file, detail } };
  }
  if (chosen) return { ok: true, value: chosen.path };
  const [only] = named;
  if (only !== undefined && files === 1) return { ok: true, value: only };
  return { ok: false, problem: { code: "nothingToRead", place: file, detail: list(named, files) || "0" } };
}

/** What lies beside it and is not read: scans, and whatever else could have been a table before the rest. */
export function nameBeside(chosen: string, { candidates, files, named }: Choice): Problem[] {
  if (files < 2) return [];
  const alike = candidates.map(({ path }) => path);
  const others = [...alike, ...named.filter((path) => !alike.includes(path))].filter(
    (path) => path !== chosen,
  );
  const place = { kind: "file" } as const;
  return [{ code: "besideNotRead", place, detail: list(others, files - 1) }];
}

/** Some paths and, where there are more, how many. */
function list(paths: readonly string[], count: number): string {
  const shown = paths.slice(0, SHOWN).join(", ");
  return count > SHOWN ? `${shown} … (${count})` : shown;
}
