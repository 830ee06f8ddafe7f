import { randomBytes } from "node:crypto";
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import type { Assertion } from "@/lib/ledger/assertion";
import type { Payload } from "@/lib/ledger/entry";
import { statementHash } from "@/lib/ledger/statement";
import { badInput, done, type Result } from "@/lib/result";
import { appClient, appPool } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import * as store from "@/lib/store/passkeys";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { readOwnAnswer } from "./again";
import { checkPassword } from "./credentials";
import { hashOfCode } from "./code";
import { ownOrigin } from "./cookie";
import { askPasskey, ownSite } from "./passkey";
import { keyKinds, spkiOf } from "./public-key";

/** How long the steps of making a passkey may take together. */
const LONGEST = 10 * 60 * 1000;

type Made = {
  cose: Uint8Array<ArrayBuffer>;
  spki: string;
  credential: string;
  transports: string[];
  counter: number;
};

/** The passkeys of somebody, the oldest first. */
export const ownPasskeys = (actor: Actor) => store.listPasskeys(appPool(), actor.accountId);

/** Before when somebody cannot sign, after a reset; null where they can. */
export const coolingUntil = ({ coolingUntil: until }: Actor): Date | null =>
  until > systemClock().getTime() ? new Date(until) : null;

/**
 * Begins to make a passkey: the password again, and for a first one the code that an administrator handed over. Gives
 * what the browser is to make.
 */
export async function beginPasskey(
  actor: Actor,
  { password, code }: { password: string; code?: string },
  now: Date,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, never>> {
  if (!actor.sessionId) return { ok: false, kind: "signed_out" };
  const { accountId, sessionId, login, name } = actor;
  const checked = await checkPassword(appPool(), accountId, password);
  if (!checked.ok) return badInput({ password: checked.why === "wrong" ? "passwordWrong" : "tooManyTries" });
  const held = await ownPasskeys(actor);
  if (held.length === 0) {
    const hash = hashOfCode(code ?? "");
    if (!(await store.isPasskeyCode(appPool(), { accountId, hash, at: now })))
      return badInput({ code: "codeWrong" });
  }
  const options = await generateRegistrationOptions({
    rpName: "Aqtalu",
    rpID: ownSite(),
    userName: login,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(accountId)),
    challenge: Uint8Array.from(randomBytes(32)),
    attestationType: "none",
    supportedAlgorithmIDs: keyKinds,
    excludeCredentials: held.map(({ credential: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await store.keepChallenge(appPool(), {
    sessionId,
    purpose: "passkey",
    challenge: options.challenge,
    at: now,
  });
  return done(options);
}

/** A further passkey is vouched for with one that is there: gives what that one is to be asked for. */
export async function vouchForPasskey(
  actor: Actor,
  response: RegistrationResponseJSON,
  now: Date,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, never>> {
  const made = await readMade(actor, response, now);
  const held = await ownPasskeys(actor);
  if (!made || held.length === 0) return badInput({ passkey: "passkeyNotMade" });
  return done(await askPasskey(held, hashOfAdding(actor, made.passkey)));
}

export type NewPasskey = {
  response: RegistrationResponseJSON;
  label: string;
  /** What a passkey that is there answered (JSON). */
  assertion?: string;
};

/** Keeps a passkey that was made, with the history's entry: the first by the code, others by one that is there. */
export async function addPasskey(
  actor: Actor,
  { response, label, assertion }: NewPasskey,
  now: Date,
): Promise<Result<null, never>> {
  const read = await readMade(actor, response, now);
  if (!read || !actor.sessionId) return badInput({ passkey: "passkeyNotMade" });
  const { passkey, challenge } = read;
  const ceremony = { sessionId: actor.sessionId, purpose: "passkey", challenge } as const;
  return inTransaction(appClient(), async (tx): Promise<Result<null, never>> => {
    await store.lockHolder(tx, actor.accountId);
    const held = await ownPasskeys(actor);
    const asked = held.length > 0 && assertion;
    const vouched = asked ? await readOwnAnswer(actor.accountId, asked, hashOfAdding(actor, passkey)) : null;
    if (held.length > 0 && !vouched) return badInput({ passkey: "passkeyNotVouched" });
    if (!(await store.forgetChallenge(tx, ceremony))) return badInput({ passkey: "passkeyNotMade" });
    if (vouched) await store.usePasskey(tx, { id: vouched.passkey.id, counter: vouched.counter, at: now });
    else await store.endPasskeyCodes(tx, actor.accountId, now);
    await store.insertPasskey(tx, {
      ...{ ...passkey, id: newId(), accountId: actor.accountId },
      ...{ site: ownSite(), label, at: now },
    });
    await tell(tx, actor, now, addedEntry(actor, passkey, vouched?.assertion ?? null));
    return done(null);
  });
}

/** Puts a passkey aside, after the password again. Never the last one: that takes a reset by two administrators. */
export async function removePasskey(
  actor: Actor,
  { id, password }: { id: string; password: string },
  now: Date,
): Promise<Result<null, never>> {
  const checked = await checkPassword(appPool(), actor.accountId, password);
  if (!checked.ok) return badInput({ password: checked.why === "wrong" ? "passwordWrong" : "tooManyTries" });
  return inTransaction(appClient(), async (tx): Promise<Result<null, never>> => {
    await store.lockHolder(tx, actor.accountId);
    const held = await ownPasskeys(actor);
    const one = held.find((passkey) => passkey.id === id);
    if (!one) return badInput({ passkey: "passkeyGone" });
    if (held.length === 1) return badInput({ passkey: "passkeyLast" });
    await store.endPasskey(tx, { id, at: now });
    const nothing = { key: null, site: null, assertion: null };
    const { accountId: account } = actor;
    await tell(tx, actor, now, {
      kind: "passkey",
      what: "removed",
      account,
      credential: one.credential,
      ...nothing,
    });
    return done(null);
  });
}

/** What the browser made, when it answers the challenge that it was given; null for anything else. */
async function readMade(
  actor: Actor,
  response: RegistrationResponseJSON,
  now: Date,
): Promise<{ passkey: Made; challenge: string } | null> {
  const since = new Date(now.getTime() - LONGEST);
  const ceremony = { sessionId: actor.sessionId ?? "", purpose: "passkey", since } as const;
  const challenge = actor.sessionId && (await store.findChallenge(appPool(), ceremony));
  if (!challenge) return null;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ownOrigin(),
      expectedRPID: ownSite(),
      requireUserVerification: true,
      supportedAlgorithmIDs: keyKinds,
    });
    if (!verified) return null;
    const { id, publicKey: cose, counter, transports = [] } = registrationInfo.credential;
    return { passkey: { cose, spki: spkiOf(cose), credential: id, transports, counter }, challenge };
  } catch {
    return null;
  }
}

const statementOf = ({ accountId: account }: Actor, { credential, spki: key }: Made) =>
  ({ account, adds: "passkey", credential, key, site: ownSite() }) as const;

const hashOfAdding = (actor: Actor, made: Made): string => statementHash(statementOf(actor, made));

function addedEntry(actor: Actor, made: Made, assertion: Assertion | null): Payload {
  const { account, credential, key, site } = statementOf(actor, made);
  return { kind: "passkey", what: "added", account, credential, key, site, assertion };
}

async function tell(tx: Tx, { accountId: id, name }: Actor, at: Date, payload: Payload): Promise<void> {
  await append(tx, [{ actor: { id, name, role: null, body: null, delegation: null }, at, payload }]);
}
