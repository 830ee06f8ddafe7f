import { systemClock, type Clock } from "@/lib/clock";
import type { Actor, Office } from "@/lib/law/actor";
import {
  judgeAppointing,
  type AccountWork,
  type AppointingRefusal,
  type AppointingRuling,
  type Grant,
} from "@/lib/law/appointing";
import type { ActorSnapshot, Json, Payload } from "@/lib/ledger/entry";
import { done, refused } from "@/lib/result";
import { lockAccount, type AccountHeld } from "@/lib/store/account-writes";
import { operatorId } from "@/lib/store/accounts";
import { appClient, type PrismaClient } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import type { AccountResult } from "./view";

/** What works on accounts are done with; the sample archive brings a clock of its own. */
export type Desk = { prisma: PrismaClient; clock: Clock; sample?: boolean };

/** The desk of a running installation. */
export const ownDesk = (): Desk => ({ prisma: appClient(), clock: systemClock });

type Facts = { [key: string]: Json };
type Found = { grant: Grant | null; holders: number };

export type AccountOrder<V> = {
  work: AccountWork;
  /** `new` where the account comes into being with this work. */
  accountId: string;
  account?: "new";
  /** What else the law looks at, read while the account is held. */
  find?: (tx: Tx) => Promise<Found>;
  touch: (tx: Tx, at: Date) => Promise<{ value: V; facts: Facts }>;
  /** Told in the history under another name than the work's: sessions ended. */
  what?: string;
  /** Told in the history in a form of its own, which verifiers read. */
  tell?: (article: string) => Payload;
};

/** Guard, change and history of one work on an account, in one transaction. */
export function workOnAccount<V>(
  desk: Desk,
  actor: Actor,
  order: AccountOrder<V>,
): Promise<AccountResult<V>> {
  return inTransaction(desk.prisma, async (tx): Promise<AccountResult<V>> => {
    const at = desk.clock();
    const held = order.account === "new" ? unmade(order.accountId) : await lockAccount(tx, order.accountId);
    const found = (held && (await order.find?.(tx))) ?? { grant: null, holders: 0 };
    const { accountId: id, offices } = actor;
    const cooling = actor.coolingUntil > at.getTime();
    const who = { id, offices, operator: id === operatorId, cooling };
    const account = held ?? unmade(order.accountId);
    const ruling = judgeAppointing({ work: order.work, actor: who, account, ...found });
    // Whoever may not act on accounts does not learn which of them there are.
    const mayAsk = ruling.granted || ruling.refusal.condition !== "heldRole";
    if (!held && mayAsk) return refused({ article: "N1", condition: "accountThere" } as const);
    const common = { at, sample: desk.sample === true };
    if (!ruling.granted) {
      const payload = refusalOf(order, ruling.refusal);
      await append(tx, [{ ...common, actor: snapshotOf(actor, offices[0] ?? null), payload }]);
      return refused(ruling.refusal);
    }
    const { value, facts } = await order.touch(tx, at);
    const payload = payloadOf(order, ruling, facts);
    await append(tx, [{ ...common, actor: snapshotOf(actor, ruling.office), payload }]);
    return done(value);
  });
}

const unmade = (id: string): AccountHeld => ({
  ...{ id, login: "", name: "", disabled: false, roles: [] },
  ...{ passwordGivenBy: null, keyed: false },
});

function refusalOf<V>(order: AccountOrder<V>, refusal: AppointingRefusal): Payload {
  return { kind: "refusal", act: order.work, ...refusal, about: { account: order.accountId } };
}

function payloadOf<V>(
  { work, what, tell, accountId }: AccountOrder<V>,
  { article }: Extract<AppointingRuling, { granted: true }>,
  facts: Facts,
): Payload {
  if (tell) return tell(article);
  if (what) return { kind: "account", what, account: accountId, facts: { ...facts, article } };
  return { kind: "work", work, article, about: { account: accountId }, facts };
}

/** The actor as they are at this moment, in the office in which they act. */
export function snapshotOf(actor: Actor, office: Office | null): ActorSnapshot {
  const operator = actor.accountId === operatorId;
  return {
    id: actor.accountId,
    name: actor.name,
    role: operator ? "operator" : (office?.role ?? null),
    body: office?.bodyId ?? null,
    delegation: office?.delegationId ?? null,
  };
}
