import type { Office } from "@/lib/law/actor";
import { casesOf, type World } from "../world";
import { cast } from "./cast";
import type { Subject } from "./move";

const staff = ["archivist", "expert", "head", "member", "deputy", "secretary", "auditor"];

const isStaff = (o: Office): boolean =>
  staff.includes(o.role) || (o.role === "chair" && o.bodyKind === "commission");

/**
 * Whether somebody may see a file or a case: what they may not see does not exist for them. A conflict hides it;
 * staff see everything else, for everybody here is cleared; an agency sees what it owns, a region what is its own.
 */
export function sees(world: World, id: string, subject: Subject): boolean {
  const { kind, index } = subject;
  const hidden =
    kind === "file"
      ? world.hiddenFiles.get(id)!.has(index)
      : world.conflicts.get(id)!.get(index) === "conflict";
  if (hidden) return false;
  const offices = cast[id]!;
  if (offices.some(isStaff)) return true;
  const files = kind === "file" ? [index] : world.cases[index]!.links.map((link) => link.file);
  const regions = casesOf(world, subject).map((one) => world.cases[one]!.regionalBodyId);
  return offices.some(
    (o) =>
      (o.bodyKind === "agency" && files.some((file) => world.files[file]!.owners.includes(o.bodyId))) ||
      (o.bodyKind === "regional" && regions.includes(o.bodyId)),
  );
}

/** A supporting file of every case that never was secret: staff see it, and every region that has a case. */
export const seesOpenFile = (id: string): boolean =>
  cast[id]!.some((o) => isStaff(o) || o.bodyKind === "regional");
