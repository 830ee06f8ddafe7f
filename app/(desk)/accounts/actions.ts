"use server";

import { ownDesk } from "@/lib/accounts/act";
import { issuePasskeyCode } from "@/lib/accounts/passkey-code";
import * as resets from "@/lib/accounts/reset";
import { absence, newAccount, newReset, oneAccount, oneReset } from "@/lib/accounts/schema";
import * as accounts from "@/lib/accounts/write";
import { action } from "@/lib/action";
import { newAppointment, newClearance, newDelegation, oneGrant } from "@/lib/appointments/schema";
import * as appointments from "@/lib/appointments/write";
import { withCode, withOneTimePassword } from "@/lib/auth/one-time-password";

const shown = (_: unknown, { accountId }: { accountId: string }) => ["/accounts", `/accounts/${accountId}`];

export const createAccount = action({
  input: newAccount,
  run: (actor, input) =>
    withOneTimePassword((passwordHash) =>
      accounts.createAccount(ownDesk(), actor, { ...input, passwordHash }),
    ),
  revalidate: () => ["/accounts"],
});

/** Says that somebody has lost what they sign in and sign with; another administrator confirms it. */
export const proposeReset = action({
  input: newReset,
  run: (actor, input) => resets.proposeReset(ownDesk(), actor, input),
  revalidate: shown,
});

/** A second administrator agrees; the new one-time password is shown to them this one time. */
export const confirmReset = action({
  input: oneReset,
  run: (actor, input) =>
    withOneTimePassword((passwordHash) => resets.confirmReset(ownDesk(), actor, { ...input, passwordHash })),
});

export const withdrawReset = action({
  input: oneReset,
  run: (actor, input) => resets.withdrawReset(ownDesk(), actor, input),
  revalidate: shown,
});

/** A code for a first passkey, shown this one time. */
export const issueCode = action({
  input: oneAccount,
  run: (actor, { accountId }) =>
    withCode((codeHash) => issuePasskeyCode(ownDesk(), actor, { accountId, codeHash })),
});

export const endAccountSessions = action({
  input: oneAccount,
  run: (actor, { accountId }) => accounts.endAccountSessions(ownDesk(), actor, accountId),
  revalidate: shown,
});

export const disableAccount = action({
  input: oneAccount,
  run: (actor, { accountId }) => accounts.disableAccount(ownDesk(), actor, accountId),
  revalidate: shown,
});

export const recordAbsence = action({
  input: absence,
  run: (actor, input) => accounts.recordAbsence(ownDesk(), actor, input),
  revalidate: shown,
});

export const proposeAppointment = action({
  input: newAppointment,
  run: (actor, input) => appointments.proposeAppointment(ownDesk(), actor, input),
  revalidate: shown,
});

export const proposeClearance = action({
  input: newClearance,
  run: (actor, input) => appointments.proposeClearance(ownDesk(), actor, input),
  revalidate: shown,
});

export const proposeDelegation = action({
  input: newDelegation,
  run: (actor, input) => appointments.proposeDelegation(ownDesk(), actor, input),
  revalidate: shown,
});

export const confirmGrant = action({
  input: oneGrant,
  run: (actor, input) => appointments.confirm(ownDesk(), actor, input),
  revalidate: shown,
});

export const endGrant = action({
  input: oneGrant,
  run: (actor, input) => appointments.end(ownDesk(), actor, input),
  revalidate: shown,
});
