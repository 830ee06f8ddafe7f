import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { Order, Proof } from "@/lib/proceedings/request";
import { badInput, done, refused, type Result } from "@/lib/result";
import { deskAt, performOne, refusalOf, tell } from "./perform-act";
import type { RegisterInput, SignInput } from "./schema";
import { draftList, draftOne, hashOfDraft, readItem, type Drafted } from "./signing";
import { isSigning } from "./view-forms";
import { addressOfItem } from "./view-register";
import type { ActDone, ItemResult, ListDone, Told } from "./view-told";

/**
 * Whether what was given before a signature is the signer's: their password, or their passkey's answer to the hash of
 * the statement. lib/auth says, the action brings it here.
 */
export type Authenticate = (
  given: { password?: string; assertion?: string },
  hash: () => Promise<string>,
) => Promise<{ ok: true; proof: Proof } | { ok: false; fields: Record<string, string> }>;

/** What the browser is to ask the signer's passkey for, given the hash of the statement. */
export type AskPasskey<Options> = (hash: string) => Promise<Options>;

type Signed = { ok: true; said: NonNullable<Order["said"]> } | { ok: false; fields: Record<string, string> };

async function prove(
  actor: Actor,
  drafted: Drafted,
  given: { password?: string; assertion?: string },
  now: Date,
  authenticate: Authenticate,
): Promise<Signed> {
  const checked = await authenticate(given, () => hashOfDraft(actor, drafted, now));
  return checked.ok ? { ok: true, said: { ...drafted.said, ...checked.proof } } : checked;
}

/** One signature: with what it is signed, the statement as it was shown, the act. */
export async function signOne(
  actor: Actor,
  input: SignInput,
  now: Date,
  authenticate: Authenticate,
): Promise<Result<ActDone, Told>> {
  const { locale } = input;
  const drafted = await draftOne(actor, input);
  if (!drafted) return refused(await tell(null, locale));
  const proven = await prove(actor, drafted, input, now, authenticate);
  if (!proven.ok) return badInput(proven.fields);
  const request = drafted.requests[0]!;
  return performOne(actor, { key: input.key, said: proven.said, request }, locale, now);
}

/** What a passkey is to be asked for, to sign what stands in the form. */
export async function prepareOne<Options>(
  actor: Actor,
  input: SignInput,
  now: Date,
  ask: AskPasskey<Options>,
): Promise<Result<Options, Told>> {
  const drafted = await draftOne(actor, input);
  if (!drafted) return refused(await tell(null, input.locale));
  return done(await ask(await hashOfDraft(actor, drafted, now)));
}

/** The same for a list. */
export async function prepareList<Options>(
  actor: Actor,
  input: RegisterInput,
  now: Date,
  ask: AskPasskey<Options>,
): Promise<Result<Options, Told>> {
  const drafted = isSigning(input.act) ? await draftList(actor, input) : null;
  if (!drafted) return refused(await tell(null, input.locale));
  return done(await ask(await hashOfDraft(actor, drafted, now)));
}

/** A list in one act: one password or one touch where it signs, and a result for each item. */
export async function performList(
  actor: Actor,
  input: RegisterInput,
  now: Date,
  authenticate: Authenticate,
): Promise<Result<ListDone, Told>> {
  const { act, locale, key } = input;
  const drafted = await draftList(actor, input);
  if (!drafted) return refused(await tell(null, locale));
  const { requests, sayings } = drafted;
  const proven = isSigning(act) ? await prove(actor, drafted, input, now, authenticate) : null;
  if (proven && !proven.ok) return badInput(proven.fields);
  const results = await perform(deskAt(now), actor, { key, requests, said: proven?.said });
  const told = results.map(async (result, n): Promise<ItemResult> => {
    const { proceeding } = readItem(input.item[n]!);
    const saying = sayings.get(proceeding);
    return {
      proceeding,
      name: saying?.name ?? "–",
      href: addressOfItem(saying?.caseId ?? (act === "open" ? proceeding : null), proceeding),
      told: result.ok ? null : await tell(refusalOf(result), locale),
    };
  });
  return done({ results: await Promise.all(told) });
}
