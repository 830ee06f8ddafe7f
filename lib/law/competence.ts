import type { Office } from "./actor";
import type { By } from "./law";
import { law } from "./law";
import type { Matter } from "./matter";
import { isOpen, type BodyKind, type Role } from "./words";

const home: Record<Role, readonly BodyKind[]> = {
  archivist: ["archive"],
  expert: ["group"],
  head: ["group"],
  representative: ["agency"],
  member: ["commission"],
  chair: ["commission"],
  deputy: ["commission"],
  secretary: ["commission"],
  auditor: ["office"],
  administrator: ["office"],
};

/** Is the body of this office competent for this subject? */
function competent(office: Office, m: Matter): boolean {
  if (!home[office.role].includes(office.bodyKind)) return false;
  if (office.role === "archivist") return !m.file?.bodyId || m.file.bodyId === office.bodyId;
  if (office.role === "head") return !m.case?.groupId || m.case.groupId === office.bodyId;
  if (office.role === "representative") return m.file?.owners.includes(office.bodyId) === true;
  return true;
}

const staff: readonly Role[] = ["archivist", "expert", "head", "member", "chair", "deputy", "secretary"];

/** Whoever may act at this step now (B1): some row of the step itself is open to one of their roles. */
function actsThere(m: Matter): Office | null {
  const step = m.proceeding?.step;
  if (!step || !isOpen(step)) return null;
  const kind = m.kind === "declassification" ? "d" : "r";
  for (const row of law) {
    if (row.step !== step || (row.in !== kind && row.in !== "b")) continue;
    for (const by of row.by) {
      const office = officeFor(by, m);
      const mine =
        by !== "expert" || m.actor.id === (step === "study" ? m.proceeding?.author : m.proceeding?.reader);
      if (office && mine) return office;
    }
  }
  return null;
}

/**
 * The office in which the actor may stand as `by` in this matter, or null. Own standing towards the
 * proceeding (opener, author, holder of a slot) needs an office too: a person without one acts nowhere.
 */
export function officeFor(by: By, m: Matter): Office | null {
  const offices = m.actor.offices;
  const any = (): Office | null => offices.find((o) => staff.includes(o.role) && competent(o, m)) ?? null;
  switch (by) {
    case "regional":
      return (
        offices.find(
          (o) => o.role === "chair" && o.bodyKind === "regional" && o.bodyId === m.case?.regionalBodyId,
        ) ?? null
      );
    case "anyone_there":
      return actsThere(m);
    case "opener":
      return m.proceeding?.openedBy === m.actor.id ? any() : null;
    case "slot_holder": {
      const p = m.proceeding;
      const holdsOne =
        p?.author === m.actor.id ||
        p?.reader === m.actor.id ||
        p?.signatures.some((s) => s.accountId === m.actor.id);
      return holdsOne ? (any() ?? offices[0] ?? null) : actsThere(m);
    }
    case "reader_of_it":
      return any() ?? actsThere(m);
    case "representative": {
      // Of two agencies that one person represents, the reply is signed for the one that it names.
      const held = offices.filter((o) => o.role === by && competent(o, m));
      return held.find((o) => o.bodyId === m.terms.agencyId) ?? held[0] ?? null;
    }
    default:
      return offices.find((o) => o.role === by && competent(o, m)) ?? null;
  }
}
