import type { Clock } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Actor } from "@/lib/law/actor";
import type { Refusal } from "@/lib/law/refusals";
import { perform, type Result as Performed } from "@/lib/proceedings/perform";
import type { ActRequest, KeptSpan, LegalActInput, Order } from "@/lib/proceedings/request";
import { done, refused, type Result } from "@/lib/result";
import { appClient } from "@/lib/store/client";
import { refusalKey } from "./sentences";
import type { ActInput } from "./schema";
import type { PlainAct } from "./view-forms";
import type { Told } from "./view-told";

export type Done = { proceeding: string; signature: string | null };

export const deskAt = (now: Date): { prisma: ReturnType<typeof appClient>; clock: Clock } => ({
  prisma: appClient(),
  clock: () => now,
});

/** A refusal in the words of the reader. What they may not see is told like what is not there. */
export async function tell(refusal: Refusal | null, locale: Locale): Promise<Told> {
  if (!refusal)
    return { article: null, sentence: (await translator(locale, "acts"))("unknown"), stale: false };
  const law = await translator(locale, "law");
  const { article, condition } = refusal;
  return {
    article: article === "–" ? null : article,
    sentence: law(refusalKey(refusal)),
    stale: condition === "versionShown" || condition === "dossierShown",
  };
}

export const refusalOf = (result: Performed): Refusal | null =>
  !result.ok && "refusal" in result ? result.refusal : null;

/** Performs a list of one. */
export async function performOne(
  actor: Actor,
  order: Omit<Order, "requests"> & { request: ActRequest },
  locale: Locale,
  now: Date,
): Promise<Result<Done, Told>> {
  const { request, ...rest } = order;
  const [result] = await perform(deskAt(now), actor, { ...rest, requests: [request] });
  if (!result?.ok) return refused(await tell(result ? refusalOf(result) : null, locale));
  return done({ proceeding: result.proceeding, signature: result.signature });
}

/** An act that is no signature, from its form. */
export function performAct(
  actor: Actor,
  act: PlainAct,
  input: ActInput,
  now: Date,
): Promise<Result<Done, Told>> {
  return performOne(actor, { key: input.key, request: requestOf(act, input) }, input.locale, now);
}

function requestOf(act: PlainAct, i: ActInput): ActRequest {
  const text = i.reasonText ?? i.word;
  return {
    act,
    proceeding: i.proceeding,
    subject: i.subject ? { kind: "rehabilitation", id: i.subject } : undefined,
    version: i.version,
    dossierHash: i.dossierHash || undefined,
    reason: text ? { code: i.reasonCode ?? "other", text } : undefined,
    toStep: i.toStep,
    missing: i.missing,
    text: i.text,
    until: i.until,
    conflict: i.conflict,
    motion: i.motion,
    applicationId: i.applicationId || undefined,
    agencyId: i.agencyId,
    legalAct: i.issuer === undefined ? undefined : legalActOf(i),
    correction: i.field && { field: i.field, newText: i.newText!, source: i.source! },
  };
}

export function legalActOf(i: {
  actKind?: LegalActInput["kind"];
  issuer?: string;
  number?: string;
  date?: string;
  favourable?: string;
  scanSha256?: string;
}): LegalActInput {
  return {
    kind: i.actKind ?? "prosecutor",
    issuer: i.issuer ?? "",
    number: i.number ?? "",
    date: i.date ?? "",
    favourable: i.favourable !== "no",
    scanSha256: i.scanSha256 ?? "",
  };
}

/** Of the spans in the form, those that are marked to be kept. */
export function keepsOf(i: {
  kept: readonly string[];
  spanId: readonly string[];
  grade: readonly string[];
  keepBasis: readonly string[];
  reviewDate: readonly string[];
}): KeptSpan[] {
  return i.spanId.flatMap((spanId, n) =>
    i.kept.includes(spanId)
      ? [{ spanId, grade: i.grade[n] ?? "", basis: i.keepBasis[n] ?? "", reviewDate: i.reviewDate[n] ?? "" }]
      : [],
  );
}
