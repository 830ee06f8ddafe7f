import { judgeByOffice } from "./decide-work";
import type { Office } from "./actor";
import type { Work } from "./acts";
import { worksLaw } from "./law";
import type { BodyKind, Role } from "./words";

/** Works that make, empower, secure or end an account: articles N1–N6 and N10–N13 of law.ts. */
export type AccountWork = Extract<
  Work,
  | "create_account"
  | "disable_account"
  | "propose_appointment"
  | "confirm_appointment"
  | "confirm_expert_appointment"
  | "end_appointment"
  | "issue_passkey_code"
  | "propose_reset"
  | "confirm_reset"
  | "withdraw_reset"
>;

/** In which kinds of body each role can be held. */
export const seats: Record<Role, readonly BodyKind[]> = {
  archivist: ["archive"],
  expert: ["group"],
  head: ["group"],
  representative: ["agency"],
  member: ["commission"],
  chair: ["commission", "regional"],
  deputy: ["commission"],
  secretary: ["commission"],
  auditor: ["office"],
  administrator: ["office"],
};

/** A role, a clearance (`role` is null), a delegation of a role, or a reset, proposed for somebody. */
export type Grant = {
  role: Role | null;
  bodyKind: BodyKind | null;
  proposedBy: string;
  confirmed: boolean;
  ended: boolean;
  /** The account whose office is delegated. */
  delegatedBy: string | null;
};

export type AppointingMatter = {
  work: AccountWork;
  actor: { id: string; offices: readonly Office[]; operator: boolean; cooling: boolean };
  account: {
    id: string;
    disabled: boolean;
    roles: readonly Role[];
    /** Who knew the one-time password last, and whether a passkey is there. */
    passwordGivenBy: string | null;
    keyed: boolean;
  };
  grant: Grant | null;
  /** Who holds this very role in this very body now; the operator fills only what nobody holds. */
  holders: number;
};

const conditions = {
  accountLive: (m) => !m.account.disabled,
  notForSelf: (m) => m.actor.id !== m.account.id && m.actor.id !== m.grant?.delegatedBy,
  notProposer: (m) => m.actor.operator || m.actor.id !== m.grant?.proposedBy,
  /** A clearance needs no seat; a role needs a body of its kind that is there. */
  seatFits: (m) =>
    m.grant !== null &&
    (m.grant.role === null || (m.grant.bodyKind !== null && seats[m.grant.role].includes(m.grant.bodyKind))),
  rolesApart: (m) => !m.grant?.role || m.account.roles.every((held) => together(held, m.grant!.role!)),
  notOwnOffice: (m) => m.grant?.delegatedBy !== m.account.id,
  /** After a reset of one's own keys nothing is confirmed for anybody. */
  cooledDown: (m) => !m.actor.cooling,
  /** With the password and the code in one hand that hand could make the passkey. */
  otherGavePassword: (m) => m.actor.operator || m.account.passwordGivenBy !== m.actor.id,
  noPasskeyYet: (m) => !m.account.keyed,
  waiting: (m) => m.grant !== null && !m.grant.confirmed && !m.grant.ended,
  administratorConfirms: (m) => !m.actor.operator,
  noneWaiting: (m) => m.grant === null,
  notEnded: (m) => m.grant !== null && !m.grant.ended,
  firstHolder: (m) => !m.actor.operator || m.holders < firstHolders(m.grant?.role ?? null),
} satisfies Record<string, (m: AppointingMatter) => boolean>;
export type AppointingCondition = keyof typeof conditions;

const confirming: readonly AppointingCondition[] = [
  "waiting",
  "accountLive",
  "cooledDown",
  "notForSelf",
  "notProposer",
  "rolesApart",
  "firstHolder",
];

const provided: Record<AccountWork, readonly AppointingCondition[]> = {
  create_account: [],
  disable_account: ["accountLive", "notForSelf"],
  propose_appointment: ["accountLive", "seatFits", "rolesApart", "notOwnOffice"],
  confirm_appointment: confirming,
  confirm_expert_appointment: confirming,
  end_appointment: ["notEnded"],
  issue_passkey_code: ["accountLive", "cooledDown", "notForSelf", "noPasskeyYet", "otherGavePassword"],
  propose_reset: ["accountLive", "notForSelf", "noneWaiting"],
  confirm_reset: [
    "waiting",
    "accountLive",
    "administratorConfirms",
    "cooledDown",
    "notForSelf",
    "notProposer",
  ],
  withdraw_reset: ["waiting"],
};

/** Who administers or audits holds nothing else: they never sign, and administrators see no case. */
function together(held: Role, wanted: Role): boolean {
  const alone: readonly Role[] = ["administrator", "auditor"];
  return held === wanted || (!alone.includes(held) && !alone.includes(wanted));
}

/** So many may be put in by the command line alone: afterwards there is somebody to confirm. */
export function firstHolders(role: Role | null): number {
  if (role === "administrator") return 2;
  return role === "chair" || role === "secretary" ? 1 : 0;
}

/** Members and experts are confirmed by a secretary, everything else by another administrator. */
export function confirmingWork(role: Role | null): "confirm_expert_appointment" | "confirm_appointment" {
  return role === "member" || role === "expert" ? "confirm_expert_appointment" : "confirm_appointment";
}

export type AppointingRefusal = { article: string; condition: AppointingCondition | "heldRole" };
export type AppointingRuling =
  { granted: true; article: string; office: Office | null } | { granted: false; refusal: AppointingRefusal };

/**
 * Judges a work on an account. Pure. The operator of the command line holds no office: they make accounts,
 * propose, and confirm only the first chair, secretary and administrators.
 */
export function judgeAppointing(m: AppointingMatter): AppointingRuling {
  const article = worksLaw.find((row) => row.work === m.work)!.article;
  const held = judgeByOffice(m.work, m.actor.offices);
  if (!held.granted && !m.actor.operator)
    return { granted: false, refusal: { article, condition: "heldRole" } };
  const unmet = provided[m.work].find((name) => !conditions[name](m));
  if (unmet) return { granted: false, refusal: { article, condition: unmet } };
  return { granted: true, article, office: held.granted ? held.office : null };
}
