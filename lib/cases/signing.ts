import type { Actor } from "@/lib/law/actor";
import { statementHash } from "@/lib/ledger/statement";
import type { ActRequest, Order } from "@/lib/proceedings/request";
import { signedBy } from "@/lib/proceedings/rows";
import { appClient, appPool } from "@/lib/store/client";
import { loadRules } from "@/lib/store/matters";
import { loadReach } from "@/lib/store/reach";
import { loadSayings, type Saying } from "@/lib/store/sayings";
import { keepsOf, legalActOf } from "./perform-act";
import type { RegisterInput, SignInput } from "./schema";
import { statementText } from "./statement";
import { isSigning, type SignAct } from "./view-forms";
import { isListAct, type ListAct } from "./view-register";

/** What somebody is about to sign: the list of acts, and the statement in words. */
export type Drafted = Pick<Order, "key" | "requests"> & {
  said: { text: string; register: boolean };
  sayings: ReadonlyMap<string, Saying>;
};

/**
 * One signature, as the sign screen asks for it. The same form gives the same statement, so that it can be made once
 * to be signed and again when the signature comes. Null where there is nothing of the kind that this person may see.
 */
export async function draftOne(actor: Actor, input: SignInput): Promise<Drafted | null> {
  const { act, locale, key } = input;
  const db = appPool();
  const sayings = await loadSayings(db, await loadReach(db, actor), [input.proceeding]);
  const item = sayings.get(input.proceeding);
  if (!item || !isSigning(act)) return null;
  const request = requestOf(act, input);
  const shown: Saying = { ...item, dossierHash: input.dossierHash || item.dossierHash };
  const { basis, reason } = request;
  const said = { act, outcome: input.outcome, items: [shown], basis, reason: reason?.text, register: false };
  const text = await statementText(actor, said, locale);
  return { key, requests: [request], said: { text, register: false }, sayings };
}

/** A list that is signed in one act; null for an act that no list holds. */
export async function draftList(actor: Actor, input: RegisterInput): Promise<Drafted | null> {
  const { act, locale, key, outcome, basis } = input;
  if (!isListAct(act)) return null;
  const db = appPool();
  const items = input.item.map(readItem);
  const ids = items.map(({ proceeding }) => proceeding);
  const sayings = await loadSayings(db, await loadReach(db, actor), ids);
  const known = items.flatMap((i) => {
    const saying = sayings.get(i.proceeding);
    return saying ? [{ ...saying, dossierHash: i.dossierHash ?? saying.dossierHash }] : [];
  });
  const signs = isSigning(act);
  const text = signs
    ? await statementText(actor, { act, outcome, items: known, basis, register: true }, locale)
    : "";
  const requests = items.map((item) => listRequest(act, item, input));
  return { key, requests, said: { text, register: true }, sayings };
}

/** The hash of what would be signed now: what a passkey is asked for. */
export async function hashOfDraft(actor: Actor, drafted: Drafted, now: Date): Promise<string> {
  const rules = await loadRules(appClient(), now);
  return statementHash(signedBy(actor, drafted, drafted.said, rules));
}

function requestOf(act: SignAct, i: SignInput): ActRequest {
  const keeps = keepsOf(i);
  return {
    act,
    proceeding: i.proceeding,
    version: i.version,
    dossierHash: i.dossierHash || undefined,
    outcome: i.outcome,
    reason: i.reasonText ? { code: i.reasonCode ?? "other", text: i.reasonText } : undefined,
    basis: i.basis || undefined,
    until: i.until || undefined,
    toStep: i.toStep,
    agencyId: i.agencyId,
    keeps: keeps.length > 0 ? keeps : undefined,
  };
}

type Item = { proceeding: string; version: number; dossierHash: string | undefined };

export function readItem(text: string): Item {
  const [proceeding = "", version = "0", hash = ""] = text.split(":");
  return { proceeding, version: Number(version), dossierHash: hash || undefined };
}

function listRequest(act: ListAct, item: Item, input: RegisterInput): ActRequest {
  if (act === "open") return { act, subject: { kind: "rehabilitation", id: item.proceeding }, motion: "own" };
  return {
    act,
    ...item,
    outcome: input.outcome,
    basis: input.basis || undefined,
    agencyId: input.agencyId,
    legalAct: act === "enter_act" ? legalActOf(input) : undefined,
  };
}
