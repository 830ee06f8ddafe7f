import { holds, type Actor } from "@/lib/law/actor";
import type { Role } from "@/lib/law/words";

/** Where a rail item leads; its words are shell.nav.<key>. */
export type NavItem = { key: NavKey; href: string; count?: number };

const places = [
  { key: "queue", href: "/" },
  { key: "cases", href: "/cases" },
  { key: "files", href: "/files" },
  { key: "people", href: "/people" },
  { key: "findings", href: "/findings", for: ["expert"] },
  { key: "intake", href: "/intake", for: ["archivist"] },
  {
    key: "transfers",
    href: "/transfers",
    for: ["archivist", "secretary", "member", "chair", "deputy", "auditor"],
  },
  { key: "assignments", href: "/assign", for: ["head", "secretary"] },
  { key: "history", href: "/history" },
  { key: "accounts", href: "/accounts", for: ["administrator", "secretary"] },
  { key: "rules", href: "/rules" },
] as const satisfies readonly { key: string; href: string; for?: readonly Role[] }[];

export type NavKey = (typeof places)[number]["key"];

/** An administrator sees no case content, so nothing that leads to it; the pages refuse on their own. */
const administration: readonly NavKey[] = ["queue", "history", "accounts", "rules"];

/** The chair of a regional commission presides there alone. */
const seatOf = (role: Role) => (role === "chair" ? "commission" : undefined);

/** The places this person works in. Comfort only: every page asks again. */
export function navFor(
  actor: Pick<Actor, "offices">,
  counts: Partial<Record<NavKey, number>> = {},
): NavItem[] {
  const onlyAdministers = actor.offices.every((office) => office.role === "administrator");
  return places
    .filter((place) => !onlyAdministers || administration.includes(place.key))
    .filter((place) => !("for" in place) || place.for.some((role) => holds(actor, role, seatOf(role))))
    .map(({ key, href }) => ({ key, href, count: counts[key] }));
}
