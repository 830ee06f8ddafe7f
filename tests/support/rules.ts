import type { Desk } from "@/lib/accounts/act";
import { dayOf } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import type { Rules } from "@/lib/law/rule-set";
import { confirmRuleSet, proposeRuleSet } from "@/lib/rules/write";
import type { Connection } from "@/lib/store/client";

/** What a new installation has: the bounds hold for every change of it. */
export const founding: Rules = {
  members: 2,
  requireLegalAct: true,
  requirePasskey: false,
  registerLimit: 1000,
  days: {
    ...{ attested: 14, study: 60, second_reading: 20, owners: 30 },
    ...{ regional: 20, signing: 20, legal_act: 60, court: 120 },
  },
  requiredClaims: ["identity", "charge", "organ", "measure", "ground", "applied", "exclusion"],
};

/** The rules are worked on by the clock of the database: nothing is confirmed at another time. */
export const deskOf = (db: Connection): Desk => ({ prisma: db.prisma, clock: () => new Date() });

export const terms = (change: Partial<Rules> = {}, day = dayOf(new Date())) => ({
  ...{ rules: { ...founding, ...change }, day },
  ...{ label: "A trial", act: "Order 7 of 20 August", reason: "The decree says so" },
});

export const typed = () => Promise.resolve({ ok: true } as const);
export const mistyped = () => Promise.resolve({ ok: false, why: "wrong" } as const);

/** Two people bring a change of the founding rules into force at once; gives the version. */
export async function bringIntoForce(
  desk: Desk,
  [one, other]: readonly [Actor, Actor],
  change: Partial<Rules>,
): Promise<number> {
  const proposed = await proposeRuleSet(desk, one, terms(change));
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  const { version } = proposed.value;
  const confirmed = await confirmRuleSet(desk, other, { version, password: "" }, typed);
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed));
  return version;
}
