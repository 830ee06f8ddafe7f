import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** One hash over files and directories, by name and content; what is not there counts as nothing. */
export function fingerprint(places: readonly string[], leaveOut: readonly string[] = []): string {
  const hash = createHash("sha256");
  const add = (place: string): void => {
    if (leaveOut.includes(place)) return;
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory())
      return readdirSync(place)
        .sort()
        .forEach((name) => add(path.join(place, name)));
    hash.update(`${place}\0${found.size}\0`).update(readFileSync(place));
  };
  [...places].sort().forEach(add);
  return hash.digest("hex");
}

/** Whether the stamp beside some output says that it was made from exactly this. */
export function stampSays(file: string, wanted: string): boolean {
  try {
    return readFileSync(file, "utf8") === wanted;
  } catch {
    return false;
  }
}
