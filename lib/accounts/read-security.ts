import { systemClock } from "@/lib/clock";
import { holds, type Actor } from "@/lib/law/actor";
import { judgeAppointing, type AccountWork, type Grant } from "@/lib/law/appointing";
import { findWaitingReset } from "@/lib/store/resets";
import type { Desk } from "./act";
import type { AccountRefusal, AccountView } from "./view";

/** May the reader do it now, and if not, what stands in the way. */
export type Open = true | AccountRefusal["condition"];

export type SecurityView = {
  keyed: boolean;
  coolingUntil: string | null;
  reset: { id: string; reason: string; proposer: string; at: string; confirm: Open; withdraw: Open } | null;
  propose: Open;
  code: Open;
};

/** With what somebody signs, and what may be done about it; null for whoever does not administer accounts. */
export async function readSecurity(
  actor: Actor,
  desk: Desk,
  account: AccountView,
): Promise<SecurityView | null> {
  if (!holds(actor, "administrator") && !holds(actor, "auditor")) return null;
  const waiting = await findWaitingReset(desk.prisma, account.id);
  const nothing = { role: null, bodyKind: null, delegatedBy: null, confirmed: false, ended: false };
  const grant = waiting && { ...nothing, proposedBy: waiting.proposedBy };
  const now = systemClock().getTime();
  const open = (work: AccountWork, about: Grant | null): Open => judged(actor, account, work, about, now);
  const { keyed, coolingUntil } = account;
  return {
    keyed,
    coolingUntil: coolingUntil && Date.parse(coolingUntil) > now ? coolingUntil : null,
    reset: waiting && {
      ...{ id: waiting.id, reason: waiting.reason, proposer: waiting.proposer, at: waiting.at },
      confirm: open("confirm_reset", grant),
      withdraw: open("withdraw_reset", grant),
    },
    propose: open("propose_reset", grant),
    code: open("issue_passkey_code", null),
  };
}

/** The same judgement that the server makes when the button is pressed. */
function judged(
  actor: Actor,
  account: AccountView,
  work: AccountWork,
  grant: Grant | null,
  now: number,
): Open {
  const { id, disabled, passwordGivenBy, keyed } = account;
  const who = { id: actor.accountId, offices: actor.offices, operator: false };
  const ruling = judgeAppointing({
    work,
    actor: { ...who, cooling: actor.coolingUntil > now },
    account: { id, disabled, roles: [], passwordGivenBy, keyed },
    grant,
    holders: 0,
  });
  return ruling.granted || ruling.refusal.condition;
}
