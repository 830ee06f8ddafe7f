import type { BodyKind, Role } from "./words";

/** A role held in a body now: the appointment is confirmed, has begun and has not ended. */
export type Office = {
  appointmentId: string;
  role: Role;
  bodyId: string;
  bodyKind: BodyKind;
  /** Set where the office is exercised under a dated delegation, in the delegate's own name. */
  delegationId?: string;
};

declare const made: unique symbol;

/**
 * Who is acting. Only lib/auth/actor.ts makes one: from a session row read on this request, from a job's
 * submitter re-read when it runs, or from the operator of the command line (who holds no offices).
 */
export type Actor = {
  readonly [made]: true;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly locale: "kk" | "ru" | "en";
  readonly offices: readonly Office[];
  /** Agencies whose secrets the actor is cleared for; `all` clears for every agency. */
  readonly clearances: readonly string[] | "all";
  readonly sessionId: string | null;
  /** After a reset of their keys nothing is signed or confirmed before this time (milliseconds since 1970). */
  readonly coolingUntil: number;
  /** Has a passkey that counts. */
  readonly keyed: boolean;
};

/** Does the actor hold this role now, in a body of this kind (any kind when left out)? */
export function holds(actor: Pick<Actor, "offices">, role: Role, bodyKind?: BodyKind): boolean {
  return actor.offices.some((o) => o.role === role && (!bodyKind || o.bodyKind === bodyKind));
}
