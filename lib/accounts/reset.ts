import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import type { AccountWork, Grant } from "@/lib/law/appointing";
import { COOLING } from "@/lib/ledger/check-signing";
import type { Payload } from "@/lib/ledger/entry";
import { setPassword } from "@/lib/store/accounts";
import { newId } from "@/lib/store/id";
import { closeReset, coolDown, insertReset, lockReset, type ResetRow } from "@/lib/store/resets";
import { endPasskeyCodes, endPasskeys } from "@/lib/store/passkeys";
import { dropSecondFactor } from "@/lib/store/second-factors";
import { endSessions } from "@/lib/store/sessions";
import type { Tx } from "@/lib/store/transaction";
import { workOnAccount, type Desk } from "./act";
import type { oneReset, newReset } from "./schema";
import type { AccountResult } from "./view";

type What = Extract<Payload, { kind: "reset" }>["what"];

/** Says that somebody has lost what they sign in and sign with (N11); nothing changes until another confirms it. */
export function proposeReset(
  desk: Desk,
  actor: Actor,
  { accountId, reason }: z.output<typeof newReset>,
): Promise<AccountResult<{ reset: string }>> {
  const reset = newId();
  return workOnAccount(desk, actor, {
    work: "propose_reset",
    accountId,
    find: async (tx) => found(await lockReset(tx, { accountId })),
    touch: async (tx, at) => {
      await insertReset(tx, { id: reset, accountId, reason, proposedBy: actor.accountId, at });
      return { value: { reset }, facts: {} };
    },
    tell: telling("proposed", reset, accountId, reason),
  });
}

type Confirmed = z.output<typeof oneReset> & { passwordHash: string };

/**
 * A second administrator agrees (N12): a one-time password replaces the old one, passkeys and second factor end, all
 * sessions too. For the cooling period nobody signs as this person, whoever holds the new password.
 */
export function confirmReset(
  desk: Desk,
  actor: Actor,
  { accountId, reset, passwordHash }: Confirmed,
): Promise<AccountResult<{ until: Date }>> {
  return workOnReset(
    desk,
    actor,
    { work: "confirm_reset", what: "confirmed", accountId, reset },
    async (tx, at) => {
      await closeReset(tx, { reset, by: actor.accountId, confirmed: true, at });
      await setPassword(tx, { accountId, hash: passwordHash, givenBy: actor.accountId });
      await endPasskeys(tx, accountId, at);
      await endPasskeyCodes(tx, accountId, at);
      await dropSecondFactor(tx, accountId);
      const until = new Date(at.getTime() + COOLING * 1000);
      await coolDown(tx, accountId, until);
      await endSessions(tx, { accountId, reason: "password", at });
      return { until };
    },
  );
}

/** The proposal is taken back, or refused by another administrator (N13). */
export function withdrawReset(
  desk: Desk,
  actor: Actor,
  { accountId, reset }: z.output<typeof oneReset>,
): Promise<AccountResult<null>> {
  return workOnReset(
    desk,
    actor,
    { work: "withdraw_reset", what: "withdrawn", accountId, reset },
    async (tx, at) => {
      await closeReset(tx, { reset, by: actor.accountId, confirmed: false, at });
      return null;
    },
  );
}

type ResetOrder = { work: AccountWork; what: What; accountId: string; reset: string };

function workOnReset<V>(
  desk: Desk,
  actor: Actor,
  { work, what, accountId, reset }: ResetOrder,
  touch: (tx: Tx, at: Date) => Promise<V>,
): Promise<AccountResult<V>> {
  return workOnAccount(desk, actor, {
    work,
    accountId,
    find: async (tx) => found(await lockReset(tx, { accountId, reset })),
    touch: async (tx, at) => ({ value: await touch(tx, at), facts: {} }),
    tell: telling(what, reset, accountId, null),
  });
}

function found(row: ResetRow | null): { grant: Grant | null; holders: number } {
  const nothing = { role: null, bodyKind: null, delegatedBy: null };
  const grant = row && { ...nothing, proposedBy: row.proposedBy, confirmed: false, ended: row.closed };
  return { grant, holders: 0 };
}

const telling =
  (what: What, reset: string, account: string, reason: string | null) =>
  (article: string): Payload => ({
    ...{ kind: "reset", what, reset, account, article },
    reason: reason === null ? null : { code: "other", text: reason },
  });
