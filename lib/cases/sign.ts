import type { Actor } from "@/lib/law/actor";
import type { ActRequest } from "@/lib/proceedings/request";
import { perform } from "@/lib/proceedings/perform";
import { badInput, done, refused, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { loadSayings, type Saying } from "@/lib/store/sayings";
import { deskAt, keepsOf, legalActOf, performOne, refusalOf, tell } from "./perform-act";
import type { RegisterInput, SignInput } from "./schema";
import { statementText } from "./statement";
import { isSigning, type SignAct } from "./view-forms";
import { addressOfItem, isListAct, type ListAct } from "./view-register";
import type { ActDone, ItemResult, ListDone, Told } from "./view-told";

/** Whether the password typed before a signature is the signer's; lib/auth says, the action brings it here. */
export type Reauthenticate = (
  password: string,
) => Promise<{ ok: true } | { ok: false; why: "wrong" | "too_many" }>;

const wrongPassword = (why: "wrong" | "too_many") =>
  badInput({ password: why === "wrong" ? "passwordWrong" : "tooManyTries" });

/** One signature: the password again, the statement as it was shown, the act. */
export async function signOne(
  actor: Actor,
  input: SignInput,
  now: Date,
  reauthenticate: Reauthenticate,
): Promise<Result<ActDone, Told>> {
  const { act, locale } = input;
  const db = appPool();
  const found = await loadSayings(db, await loadReach(db, actor), [input.proceeding]);
  const item = found.get(input.proceeding);
  if (!item || !isSigning(act)) return refused(await tell(null, locale));
  const checked = await reauthenticate(input.password);
  if (!checked.ok) return wrongPassword(checked.why);
  const request = requestOf(act, input);
  const shown: Saying = { ...item, dossierHash: input.dossierHash || item.dossierHash };
  const text = await statementText(
    actor,
    {
      act,
      outcome: input.outcome,
      items: [shown],
      basis: request.basis,
      reason: request.reason?.text,
      register: false,
    },
    locale,
  );
  const said = { text, method: "password", register: false } as const;
  return performOne(actor, { key: input.key, said, request }, locale, now);
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

/** A list in one act: one password where it signs, and a result for each item. */
export async function performList(
  actor: Actor,
  input: RegisterInput,
  now: Date,
  reauthenticate: Reauthenticate,
): Promise<Result<ListDone, Told>> {
  const { act, locale } = input;
  if (!isListAct(act)) return refused(await tell(null, locale));
  const db = appPool();
  const items = input.item.map(readItem);
  const signs = isSigning(act);
  if (signs) {
    const checked = await reauthenticate(input.password ?? "");
    if (!checked.ok) return wrongPassword(checked.why);
  }
  const sayings = await loadSayings(
    db,
    await loadReach(db, actor),
    items.map((i) => i.proceeding),
  );
  const known = items.flatMap((i) => {
    const saying = sayings.get(i.proceeding);
    return saying ? [{ ...saying, dossierHash: i.dossierHash ?? saying.dossierHash }] : [];
  });
  const said = signs
    ? {
        text: await statementText(
          actor,
          { act, outcome: input.outcome, items: known, basis: input.basis, register: true },
          locale,
        ),
        method: "password" as const,
        register: true,
      }
    : undefined;
  const requests = items.map((item) => listRequest(act, item, input));
  const results = await perform(deskAt(now), actor, { key: input.key, requests, said });
  const told = results.map(async (result, n): Promise<ItemResult> => {
    const { proceeding } = items[n]!;
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
