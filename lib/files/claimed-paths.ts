import { differenceOf, foldPath } from "./entry-path";
import type { Entry, PackageWarning } from "./package";

/** A directory as entries have named it so far, or a file, which has nothing below. */
interface Place {
  kind: Entry["kind"];
  below: Map<string, Place> | null;
}

/** The same tree with names folded: the first spelling of each is kept. */
interface Fold {
  name: string;
  below: Map<string, Fold> | null;
}

/** Every path that a package has used. Kept as trees: memory grows with the names, not with names times depth. */
export interface ClaimedPaths {
  places: Place;
  folds: Fold;
}

export const makeClaimedPaths = (): ClaimedPaths => ({
  places: { kind: "directory", below: null },
  folds: { name: "", below: null },
});

/**
 * Takes a path and the directories above it for this entry. A path stands for one thing: returns the part that two
 * files, or a file and a directory, would share, and null when there is none. Spellings that some file systems take
 * for one are a warning, once for each.
 */
export function claimPath(
  path: string,
  kind: Entry["kind"],
  { places, folds }: ClaimedPaths,
  warnings: PackageWarning[],
): string | null {
  const names = path.split("/");
  const spelled: string[] = [];
  let [place, fold] = [places, folds];
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1;
    const before = place.below?.get(name);
    const folded = findFold(fold, name);
    if (before !== undefined && (before.kind === "file" || (last && kind === "file"))) {
      return names.slice(0, index + 1).join("/");
    }
    spelled.push(folded?.name ?? name);
    const here = before ?? { kind: last ? kind : "directory", below: null };
    (place.below ??= new Map()).set(name, here);
    if (before === undefined && folded !== undefined) {
      const [written, other] = [names.slice(0, index + 1).join("/"), spelled.join("/")];
      warnings.push({ code: differenceOf(written, other), path: written, detail: other });
    }
    [place, fold] = [here, folded ?? addFold(fold, name)];
  }
  return null;
}

const findFold = (fold: Fold, name: string): Fold | undefined => fold.below?.get(foldPath(name));

function addFold(fold: Fold, name: string): Fold {
  const made: Fold = { name, below: null };
  (fold.below ??= new Map()).set(foldPath(name), made);
  return made;
}
