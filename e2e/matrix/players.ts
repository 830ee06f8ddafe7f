/** Every role, the expert twice: assigned as author where somebody is, and a stranger to the matter. */
export const players = [
  "archivist",
  "expert",
  "stranger",
  "head",
  "representative",
  "member",
  "chair",
  "deputy",
  "secretary",
  "regional",
  "auditor",
  "administrator",
] as const;
export type Player = (typeof players)[number];

export function mayPass({ may }: { may: string }, player: Player): boolean {
  return may === "everybody" || may.split(" ").includes(player);
}

export const experts = "expert stranger";
export const presiding = "chair deputy";
/** Whoever reads what is in proceeding, besides the auditor. */
export const readers = `archivist ${experts} head member chair deputy secretary`;
