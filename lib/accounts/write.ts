import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import { holds } from "@/lib/law/actor";
import { badInput, done, refused } from "@/lib/result";
import { disable, insertAbsence, insertAccount, lockAccount, loginTaken } from "@/lib/store/account-writes";
import { append } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { endSessions } from "@/lib/store/sessions";
import { inTransaction } from "@/lib/store/transaction";
import { snapshotOf, workOnAccount, type Desk } from "./act";
import type { absence, newAccount } from "./schema";
import type { AccountResult } from "./view";

type NewAccount = z.output<typeof newAccount> & {
  passwordHash: string;
  /** False only for accounts whose password was never anybody else's: the demo cast. */
  temporary?: boolean;
};

/** Makes an account that holds nothing yet (N1). A login that is taken is an error of the input. */
export async function createAccount(
  desk: Desk,
  actor: Actor,
  wanted: NewAccount,
): Promise<AccountResult<{ accountId: string }>> {
  const id = newId();
  try {
    return await workOnAccount(desk, actor, {
      work: "create_account",
      accountId: id,
      account: "new",
      touch: async (tx, at) => {
        const givenBy = wanted.temporary === false ? null : actor.accountId;
        await insertAccount(tx, { ...wanted, givenBy, id, at });
        return { value: { accountId: id }, facts: { login: wanted.login } };
      },
    });
  } catch (fault) {
    // Asked only now: whoever makes no accounts does not learn which logins there are.
    const taken = await inTransaction(desk.prisma, (tx) => loginTaken(tx, wanted.login));
    if (taken) return badInput({ login: "loginTaken" });
    throw fault;
  }
}

/** Nobody signs in with it any more (N2); its sessions end. What it did stays. */
export function disableAccount(desk: Desk, actor: Actor, accountId: string): Promise<AccountResult<null>> {
  return workOnAccount(desk, actor, {
    work: "disable_account",
    accountId,
    touch: async (tx, at) => {
      await disable(tx, accountId, at);
      const ended = await endSessions(tx, { accountId, reason: "disabled", at });
      return { value: null, facts: { sessions: ended } };
    },
  });
}

/** All browsers of an account are signed out: a lost computer, say. */
export function endAccountSessions(
  desk: Desk,
  actor: Actor,
  accountId: string,
): Promise<AccountResult<null>> {
  return workOnAccount(desk, actor, {
    work: "create_account",
    what: "sessions_ended",
    accountId,
    touch: async (tx, at) => {
      const ended = await endSessions(tx, { accountId, reason: "ended", at });
      return { value: null, facts: { sessions: ended } };
    },
  });
}

/**
 * Says that somebody is away, so that a deputy may act. Only the secretary and the person say so: an
 * administrator could otherwise open the chair's slot to the deputy.
 */
export function recordAbsence(
  desk: Desk,
  actor: Actor,
  wanted: z.output<typeof absence>,
): Promise<AccountResult<null>> {
  return inTransaction(desk.prisma, async (tx): Promise<AccountResult<null>> => {
    const at = desk.clock();
    if (wanted.accountId !== actor.accountId && !holds(actor, "secretary")) {
      return refused({ article: "N3", condition: "heldRole" } as const);
    }
    const account = await lockAccount(tx, wanted.accountId);
    if (!account) return refused({ article: "N3", condition: "accountThere" } as const);
    await insertAbsence(tx, { ...wanted, id: newId() });
    const office = actor.offices.find((held) => held.role === "secretary") ?? actor.offices[0] ?? null;
    const { accountId, from, to, reason } = wanted;
    const payload = {
      kind: "account",
      what: "absence_recorded",
      account: accountId,
      facts: { from, to, reason },
    } as const;
    await append(tx, [{ at, sample: desk.sample === true, actor: snapshotOf(actor, office), payload }]);
    return done(null);
  });
}
