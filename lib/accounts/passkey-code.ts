import type { Actor } from "@/lib/law/actor";
import { insertPasskeyCode } from "@/lib/store/passkeys";
import { newId } from "@/lib/store/id";
import { workOnAccount, type Desk } from "./act";
import type { AccountResult } from "./view";

/** How long a code may wait to be used (milliseconds). */
const VALID = 72 * 3600 * 1000;

/**
 * Hands out the code that, with the password, lets somebody make their first passkey (N10). An earlier one ends. Not
 * by whoever knew the password last: with both in one hand that hand could make the passkey.
 */
export function issuePasskeyCode(
  desk: Desk,
  actor: Actor,
  { accountId, codeHash }: { accountId: string; codeHash: string },
): Promise<AccountResult<{ until: Date }>> {
  return workOnAccount(desk, actor, {
    work: "issue_passkey_code",
    accountId,
    touch: async (tx, at) => {
      const until = new Date(at.getTime() + VALID);
      await insertPasskeyCode(tx, {
        ...{ id: newId(), accountId, hash: codeHash, issuedBy: actor.accountId, at, until },
      });
      return { value: { until }, facts: { until: until.toISOString() } };
    },
  });
}
