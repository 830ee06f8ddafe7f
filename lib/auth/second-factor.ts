import { randomBytes } from "node:crypto";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { generateSecret, generateURI, verify } from "otplib";
import { encode } from "uqr";
import type { Actor } from "@/lib/law/actor";
import { log } from "@/lib/log";
import { badInput, done, type Result } from "@/lib/result";
import { appClient, appPool } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import {
  findChallenge,
  forgetChallenge,
  keepChallenge,
  listPasskeys,
  usePasskey,
} from "@/lib/store/passkeys";
import * as store from "@/lib/store/second-factors";
import { endWaiting, type LiveSession } from "@/lib/store/sessions";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { readOwnAnswer } from "./again";
import { checkPassword } from "./credentials";
import { hashOfCode } from "./code";
import { askPasskey } from "./passkey";
import { makeOneTimePassword } from "./password";
import { forgive, mayTry } from "./rate-limit";
import { seal, unseal } from "./seal";

const PURPOSE = "second factor";
const RECOVERY_CODES = 10;
/** How long a passkey may take to answer (milliseconds). */
const LONGEST = 10 * 60 * 1000;
/** A telephone's clock may be this far from ours (seconds). */
const TOLERANCE = 30;

/** `qr`: the dark squares of the code as an SVG path, `size` squares wide. */
export type Enrolment = { secret: string; qr: string; size: number };

/** Is there a second factor, and how many recovery codes are left? */
export async function ownSecondFactor(actor: Actor): Promise<{ recoveryLeft: number } | null> {
  const found = await store.findSecondFactor(appPool(), actor.accountId);
  return found?.confirmed ? { recoveryLeft: found.recoveryLeft } : null;
}

/** Makes a secret for somebody's telephone (RFC 6238), after the password again. It counts once it was used. */
export async function beginSecondFactor(
  actor: Actor,
  { password }: { password: string },
  now: Date,
): Promise<Result<Enrolment, never>> {
  const wrong = await refusePassword(actor, password);
  if (wrong) return wrong;
  const secret = generateSecret();
  const sealed = seal(secret, PURPOSE);
  const begun = await store.beginSecondFactor(appPool(), {
    accountId: actor.accountId,
    secret: sealed,
    at: now,
  });
  if (!begun) return badInput({ code: "factorThere" });
  const { data, size } = encode(generateURI({ issuer: "Aqtalu", label: actor.login, secret }), { border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return done({ secret, qr: squares.join(""), size });
}

/** The first code shows that the telephone has the secret. Gives the recovery codes, this one time. */
export async function confirmSecondFactor(
  actor: Actor,
  { code }: { code: string },
  now: Date,
): Promise<Result<{ codes: string[] }, never>> {
  const { accountId } = actor;
  const found = await store.findSecondFactor(appPool(), accountId);
  if (!found || found.confirmed) return badInput({ code: "factorGone" });
  const wrong = await tryCode(accountId, code, now);
  if (wrong) return wrong;
  const codes = Array.from({ length: RECOVERY_CODES }, () => makeOneTimePassword().slice(0, 14));
  await inTransaction(appClient(), async (tx) => {
    await store.confirmSecondFactor(tx, accountId, now);
    await store.replaceRecoveryCodes(tx, { accountId, hashes: codes.map(hashOfCode), at: now });
    await tell(tx, actor, now, "added");
  });
  return done({ codes });
}

/** Gives the second factor up: the password and a code again. */
export async function dropSecondFactor(
  actor: Actor,
  { password, code }: { password: string; code: string },
  now: Date,
): Promise<Result<null, never>> {
  const wrong = (await refusePassword(actor, password)) ?? (await tryCode(actor.accountId, code, now));
  if (wrong) return wrong;
  await inTransaction(appClient(), async (tx) => {
    await store.dropSecondFactor(tx, actor.accountId);
    await tell(tx, actor, now, "removed");
  });
  return done(null);
}

/** Whether somebody who is signing in could show a passkey in place of a code. */
export const hasPasskey = async ({ accountId }: LiveSession): Promise<boolean> =>
  (await listPasskeys(appPool(), accountId)).length > 0;

/** What a passkey is to be asked for in place of a code. */
export async function askSecondFactor(
  { id: sessionId, accountId }: LiveSession,
  now: Date,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, never>> {
  const challenge = randomBytes(32).toString("hex");
  await keepChallenge(appPool(), { sessionId, purpose: "sign_in", challenge, at: now });
  return done(await askPasskey(await listPasskeys(appPool(), accountId), challenge));
}

/** The second half of signing in: a code of the telephone, a recovery code, or a passkey. Each works once. */
export async function passSecondFactor(
  session: LiveSession,
  { code, assertion }: { code?: string; assertion?: string },
  now: Date,
): Promise<Result<null, never>> {
  const wrong = assertion
    ? await tryPasskey(session, assertion, now)
    : await tryCode(session.accountId, code ?? "", now);
  if (wrong) return wrong;
  await endWaiting(appPool(), session.id);
  log.info("second_factor_passed", { account: session.accountId });
  return done(null);
}

type Wrong = ReturnType<typeof badInput>;

async function tryPasskey(session: LiveSession, assertion: string, now: Date): Promise<Wrong | null> {
  const { id: sessionId, accountId } = session;
  const ceremony = { sessionId, purpose: "sign_in" } as const;
  const since = new Date(now.getTime() - LONGEST);
  const challenge = await findChallenge(appPool(), { ...ceremony, since });
  const answered = challenge ? await readOwnAnswer(accountId, assertion, challenge) : null;
  if (!challenge || !answered) return badInput({ code: "passkeyRefused" });
  const { passkey, counter } = answered;
  return inTransaction(appClient(), async (tx) => {
    const fresh = await forgetChallenge(tx, { ...ceremony, challenge });
    const used = fresh && (await usePasskey(tx, { id: passkey.id, counter, at: now }));
    return used ? null : badInput({ code: "passkeyRefused" });
  });
}

async function refusePassword(actor: Actor, password: string): Promise<Wrong | null> {
  const checked = await checkPassword(appPool(), actor.accountId, password);
  if (checked.ok) return null;
  return badInput({ password: checked.why === "wrong" ? "passwordWrong" : "tooManyTries" });
}

/** Null when the code is right, and from then on used. */
async function tryCode(accountId: string, code: string, now: Date): Promise<Wrong | null> {
  const key = `code:${accountId}`;
  if (!(await mayTry(appPool(), key))) return badInput({ code: "tooManyTries" });
  if (!(await isCode(accountId, code.replaceAll(/\s/g, ""), now))) return badInput({ code: "codeWrong" });
  await forgive(appPool(), key);
  return null;
}

async function isCode(accountId: string, code: string, now: Date): Promise<boolean> {
  const found = await store.findSecondFactor(appPool(), accountId);
  if (!found) return false;
  if (!/^\d{6}$/.test(code)) {
    return (
      found.confirmed && store.useRecoveryCode(appPool(), { accountId, hash: hashOfCode(code), at: now })
    );
  }
  const epoch = Math.floor(now.getTime() / 1000);
  const secret = unseal(found.secret, PURPOSE);
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE });
  return result.valid && "timeStep" in result && store.useStep(appPool(), accountId, result.timeStep);
}

async function tell(
  tx: Tx,
  { accountId: id, name }: Actor,
  at: Date,
  kind: "added" | "removed",
): Promise<void> {
  const actor = { id, name, role: null, body: null, delegation: null };
  await append(tx, [
    { actor, at, payload: { kind: "account", what: "second_factor", account: id, facts: { kind } } },
  ]);
}
