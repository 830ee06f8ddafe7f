import type { z } from "zod";
import { workOnAccount, type Desk } from "@/lib/accounts/act";
import type { AccountResult } from "@/lib/accounts/view";
import { dayOf } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { confirmingWork, type Grant } from "@/lib/law/appointing";
import {
  confirmGrant,
  countHolders,
  endGrant,
  findBodyKind,
  findGrant,
  insertAppointment,
  insertClearance,
  insertDelegation,
  lockGrant,
  type GrantRow,
} from "@/lib/store/grants";
import { endSessions } from "@/lib/store/sessions";
import type { Tx } from "@/lib/store/transaction";
import type { newAppointment, newClearance, newDelegation, oneGrant } from "./schema";

type Proposed = AccountResult<{ id: string }>;

/** Proposes a role in a body under an act (N3); it gives nothing until somebody else confirms it. */
export function proposeAppointment(
  desk: Desk,
  actor: Actor,
  wanted: z.output<typeof newAppointment>,
): Promise<Proposed> {
  const { accountId, role, bodyId, act, from, to = null } = wanted;
  return workOnAccount(desk, actor, {
    work: "propose_appointment",
    accountId,
    find: async (tx) => {
      const bodyKind = await findBodyKind(tx, bodyId);
      return { holders: 0, grant: proposal(actor, { role, bodyKind, delegatedBy: null }) };
    },
    touch: async (tx, at) => {
      const terms = { accountId, role, bodyId, act, from, to, proposedBy: actor.accountId, at };
      const id = await insertAppointment(tx, terms);
      return { value: { id }, facts: { appointment: id, role, body: bodyId, act, from, to } };
    },
  });
}

/** Proposes that somebody may see what an agency (or every one) still keeps secret (N3). */
export function proposeClearance(
  desk: Desk,
  actor: Actor,
  wanted: z.output<typeof newClearance>,
): Promise<Proposed> {
  const { accountId, act, from, to = null } = wanted;
  const agencyId = wanted.agencyId === "all" ? null : wanted.agencyId;
  return workOnAccount(desk, actor, {
    work: "propose_appointment",
    accountId,
    find: async () => ({
      holders: 0,
      grant: proposal(actor, { role: null, bodyKind: null, delegatedBy: null }),
    }),
    touch: async (tx, at) => {
      const id = await insertClearance(tx, {
        accountId,
        agencyId,
        act,
        from,
        to,
        proposedBy: actor.accountId,
        at,
      });
      return { value: { id }, facts: { clearance: id, agency: agencyId, act, from, to } };
    },
  });
}

/** Proposes that `accountId` acts, in their own name, in an office that somebody else holds (N3). */
export function proposeDelegation(
  desk: Desk,
  actor: Actor,
  wanted: z.output<typeof newDelegation>,
): Promise<Proposed> {
  const { accountId, appointmentId, act, from, to } = wanted;
  return workOnAccount(desk, actor, {
    work: "propose_appointment",
    accountId,
    find: async (tx) => {
      const office = await lockGrant(tx, "appointment", appointmentId);
      const { role = null, bodyKind = null, accountId: delegatedBy = null } = office ?? {};
      const lives = office !== null && office.confirmed && !office.ended;
      // What is delegated must be held: a proposal or an ended appointment is nobody's to pass on.
      return { holders: 0, grant: lives ? proposal(actor, { role, bodyKind, delegatedBy }) : null };
    },
    touch: async (tx, at) => {
      const terms = { appointmentId, toAccountId: accountId, act, from, to, proposedBy: actor.accountId, at };
      const id = await insertDelegation(tx, terms);
      return { value: { id }, facts: { delegation: id, appointment: appointmentId, act, from, to } };
    },
  });
}

type OneGrant = z.output<typeof oneGrant>;

/** Somebody else than who proposed it and who receives it confirms (N4, N5). */
export async function confirm(
  desk: Desk,
  actor: Actor,
  { kind, id, accountId }: OneGrant,
): Promise<AccountResult<null>> {
  const grant = await findGrant(desk.prisma, kind, id);
  return workOnAccount(desk, actor, {
    work: confirmingWork(grant?.role ?? null),
    accountId,
    find: (tx) => held(tx, { kind, id, accountId }, dayOf(desk.clock())),
    touch: async (tx, at) => {
      await confirmGrant(tx, { kind, id }, actor.accountId, at);
      await endSessions(tx, { accountId, reason: "offices", at });
      return { value: null, facts: { [kind]: id } };
    },
  });
}

/** Ends what was given, or takes a proposal back (N6). */
export function end(
  desk: Desk,
  actor: Actor,
  { kind, id, accountId }: OneGrant,
): Promise<AccountResult<null>> {
  return workOnAccount(desk, actor, {
    work: "end_appointment",
    accountId,
    find: (tx) => held(tx, { kind, id, accountId }, dayOf(desk.clock())),
    touch: async (tx, at) => {
      await endGrant(tx, { kind, id }, at);
      await endSessions(tx, { accountId, reason: "offices", at });
      return { value: null, facts: { [kind]: id } };
    },
  });
}

async function held(tx: Tx, { kind, id, accountId }: OneGrant, today: string) {
  const row = await lockGrant(tx, kind, id);
  if (row?.accountId !== accountId) return { grant: null, holders: 0 };
  return { grant: asGrant(row), holders: await countHolders(tx, row.role, row.bodyId, today) };
}

function asGrant({ role, bodyKind, proposedBy, confirmed, ended, delegatedBy }: GrantRow): Grant {
  return { role, bodyKind, proposedBy, confirmed, ended, delegatedBy };
}

function proposal(actor: Actor, what: Pick<Grant, "role" | "bodyKind" | "delegatedBy">): Grant {
  return { ...what, proposedBy: actor.accountId, confirmed: false, ended: false };
}
