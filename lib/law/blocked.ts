import { officeFor } from "./competence";
import { conditions, questionOf, type Condition } from "./conditions";
import { law, signing, standing, type Row } from "./law";
import type { Matter, Standing } from "./matter";
import { isOpen, type Role, type Slot } from "./words";

/** Why a place stays empty: what keeps everybody who would come into question from it. */
export const blockCauses = [
  "unassigned",
  "nobody",
  "recused",
  "author",
  "other_slot",
  "refused_before",
  "barred",
] as const;
export type BlockCause = (typeof blockCauses)[number];

/** A place that nobody of the roster can fill at the present step. `curedBy` is the role that can change that. */
export type Blocked = {
  slot: Slot | "author";
  /** Set where the place is an owner agency's. */
  agencyId: string | null;
  article: string;
  causes: readonly BlockCause[];
  curedBy: Role;
};

type Subject = Omit<Matter, "act" | "actor" | "terms">;
type Place = {
  row: Row;
  agencyId: string | null;
  eligible: readonly string[];
  causes: readonly BlockCause[];
};

/** What can keep a person from a place, in the order in which it is said. */
const kept: readonly [Condition, BlockCause][] = [
  ["noConflict", "recused"],
  ["wroteNothing", "author"],
  ["notAttester", "author"],
  ["notEnterer", "author"],
  ["oneSlotEach", "other_slot"],
  ["onFreshBench", "refused_before"],
  ["keepsApart", "barred"],
  ["deputyMayAct", "barred"],
];

/**
 * The places of the present step that nobody can fill, each with its cause and who can cure it; empty where the
 * step can go on. `roster` is everybody with an office, as they stand towards this subject; somebody who has not
 * answered about a conflict counts as able. One person is counted for one place: a chair who is also the only
 * member left does not fill both.
 */
export function blocked(m: Subject, roster: readonly Standing[]): readonly Blocked[] {
  const step = m.proceeding?.step;
  if (!step || !isOpen(step)) return [];
  const places = placesAt(m).map((place) => judged(m, place, roster));
  const empty = unfilled(places);
  return empty.map(({ row, agencyId, eligible, causes }) => ({
    slot: row.slot ?? "author",
    agencyId,
    article: row.article,
    causes: causes.length > 0 ? causes : [neededElsewhere(places, row, eligible) ? "other_slot" : "nobody"],
    curedBy: row.slot === "reader" || row.slot === null ? "head" : "administrator",
  }));
}

/** Rows of the step that fill a place, one for each person still needed. */
function placesAt(m: Subject): { row: Row; agencyId: string | null }[] {
  const p = m.proceeding!;
  const kind = m.kind === "declassification" ? "d" : "r";
  const rows = law.filter((row) => row.in === kind && row.step === p.step);
  const work = rows.filter((row) => row.provided.includes("assignedAsAuthor"));
  const signed = rows.filter((row, i) => row.slot && rows.findIndex((r) => r.slot === row.slot) === i);
  const places = signed.flatMap((row) =>
    openKeys(m, row).map((key) => ({ row, agencyId: row.slot === "owner" ? key : null })),
  );
  return [...work.map((row) => ({ row, agencyId: null })), ...places];
}

/** One key for each signature that is still missing in the slot of this row. */
function openKeys(m: Subject, row: Row): readonly string[] {
  const asked = questionOf(m.proceeding, row);
  const live = m.proceeding!.signatures.filter((s) => s.question === asked).map((s) => s.slot);
  if (row.slot === "owner") return m.file?.owners.filter((agency) => !live.includes(`owner:${agency}`)) ?? [];
  const needed = row.slot === "member" ? m.rules.members : 1;
  const filled = live.filter((slot) => slot === row.slot || slot.startsWith(`${row.slot}:`)).length;
  return Array.from({ length: Math.max(0, needed - filled) }, () => row.slot!);
}

function judged(
  m: Subject,
  place: { row: Row; agencyId: string | null },
  roster: readonly Standing[],
): Place {
  const { row, agencyId } = place;
  const assigned = assignedTo(m, row);
  if (assigned === null) return { ...place, eligible: [], causes: ["unassigned"] };
  const eligible: string[] = [];
  const causes = new Set<BlockCause>();
  for (const actor of roster.filter((one) => assigned === undefined || one.id === assigned)) {
    const matter: Matter = { ...m, act: row.act, actor, terms: { agencyId: agencyId ?? undefined } };
    const office = row.by.map((by) => officeFor(by, matter)).find((o) => o !== null);
    if (!office || (agencyId !== null && office.bodyId !== agencyId)) continue;
    const why = kept.find(([name]) => isAsked(row, name) && !conditions[name](matter, row));
    if (why) causes.add(why[1]);
    else eligible.push(actor.id);
  }
  // That a deputy may not act says nothing where it is said what keeps the chair.
  if (causes.size > 1) causes.delete("barred");
  return { ...place, eligible, causes: [...causes] };
}

/** Who fills a place that is given by assignment: null where nobody is assigned, undefined for other places. */
function assignedTo(m: Subject, row: Row): string | null | undefined {
  if (row.provided.includes("assignedAsAuthor")) return m.proceeding!.author;
  return row.slot === "reader" ? m.proceeding!.reader : undefined;
}

/** Is this condition asked of whoever fills the place of this row? */
function isAsked(row: Row, name: Condition): boolean {
  return (
    standing.includes(name) || row.provided.includes(name) || (row.slot !== null && signing.includes(name))
  );
}

/** Would whoever could fill a place of this row also be the one for a place of another row? */
function neededElsewhere(places: readonly Place[], row: Row, eligible: readonly string[]): boolean {
  return places.some((place) => place.row !== row && place.eligible.some((id) => eligible.includes(id)));
}

/** Places that are left over when as many as possible are filled, each by another person. */
function unfilled(places: readonly Place[]): readonly Place[] {
  const holder = new Map<string, Place>();
  const seat = (place: Place, tried: Set<string>): boolean =>
    place.eligible.some((id) => {
      if (tried.has(id)) return false;
      tried.add(id);
      const other = holder.get(id);
      if (other && !seat(other, tried)) return false;
      holder.set(id, place);
      return true;
    });
  return places.filter((place) => !seat(place, new Set()));
}
