import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { conflictKinds, openSteps, outcomes, reasonCodes } from "@/lib/law/words";
import { clericalFields } from "@/lib/proceedings/request";
import { plainForms, type FormField, type PlainAct } from "./view-forms";

const words = z.string().trim().min(1).max(4000);
const line = z.string().trim().min(1).max(500);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "dateForm");
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const list = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (value): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(of),
  );

/** What every form of an act carries: which proceeding, as it stood on the screen, and the key of this try. */
const frame = {
  proceeding: z.uuid(),
  version: z.coerce.number().int().min(0),
  dossierHash: z.union([hash, z.literal("")]).optional(),
  key: z.string().min(8).max(80),
  locale: z.enum(locales),
};

const asked = {
  toStep: { toStep: z.enum(openSteps) },
  nextStep: { toStep: z.enum(["court", "signing"]) },
  reasonCode: { reasonCode: z.enum(reasonCodes) },
  reasonText: { reasonText: words },
  word: { word: line },
  missing: { missing: words },
  text: { text: words },
  until: { until: day },
  review: { until: day },
  basis: { basis: line },
  conflict: { conflict: z.enum(conflictKinds) },
  motion: { motion: z.enum(["own", "application"]) },
  applicationId: { applicationId: z.union([z.uuid(), z.literal("")]).optional() },
  conclusion: { outcome: z.enum(["full", "refused"]), reasonText: z.string().trim().max(4000).optional() },
  agencyId: { agencyId: z.uuid() },
  keeps: {
    kept: list(z.uuid()),
    spanId: list(z.uuid()),
    grade: list(z.string().trim().max(60)),
    keepBasis: list(z.string().trim().max(500)),
    reviewDate: list(z.union([day, z.literal("")])),
  },
  legalAct: {
    actKind: z.enum(["prosecutor", "court", "commission"]),
    issuer: line,
    number: line,
    date: day,
    favourable: z.enum(["yes", "no"]),
    scanSha256: hash,
  },
  correction: { field: z.enum(clericalFields), newText: line, source: line },
} as const satisfies Record<FormField, z.ZodRawShape>;

/** The input of one act: the frame, and what view-forms.ts says that it asks for. */
export function inputOf(act: PlainAct) {
  const shape = plainForms[act].reduce<z.ZodRawShape>((all, field) => ({ ...all, ...asked[field] }), {});
  const subject = act === "open" ? { proceeding: z.undefined().optional(), subject: z.uuid() } : {};
  const own = Object.assign({}, frame, shape, subject) as z.ZodRawShape;
  return z.object(own).transform((value): ActInput => given.parse(value));
}

/** Every field that an act may carry, once its own schema has looked at it. */
const given = z.object({
  proceeding: z.string().optional(),
  subject: z.string().optional(),
  version: z.number(),
  dossierHash: z.string().optional(),
  key: z.string(),
  locale: z.enum(locales),
  toStep: z.enum(openSteps).optional(),
  reasonCode: z.enum(reasonCodes).optional(),
  reasonText: z.string().optional(),
  word: z.string().optional(),
  missing: z.string().optional(),
  text: z.string().optional(),
  until: z.string().optional(),
  basis: z.string().optional(),
  conflict: z.enum(conflictKinds).optional(),
  motion: z.enum(["own", "application"]).optional(),
  applicationId: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  agencyId: z.string().optional(),
  kept: z.array(z.string()).optional(),
  spanId: z.array(z.string()).optional(),
  grade: z.array(z.string()).optional(),
  keepBasis: z.array(z.string()).optional(),
  reviewDate: z.array(z.string()).optional(),
  actKind: asked.legalAct.actKind.optional(),
  issuer: z.string().optional(),
  number: z.string().optional(),
  date: z.string().optional(),
  favourable: z.string().optional(),
  scanSha256: z.string().optional(),
  field: z.enum(clericalFields).optional(),
  newText: z.string().optional(),
  source: z.string().optional(),
});
export type ActInput = z.output<typeof given>;

/** With what somebody signs: the password typed again, or what their passkey answered. */
const proof = {
  password: z.string().max(200).optional(),
  assertion: z.string().max(8000).optional(),
};

/** A signature: what the sign screen asked for, and with what it is signed. What is missing the law says. */
export const signInput = z.object({
  ...frame,
  ...proof,
  act: z.string(),
  outcome: z.enum(outcomes).optional(),
  toStep: asked.nextStep.toStep.optional(),
  reasonCode: asked.reasonCode.reasonCode.optional(),
  reasonText: z.string().trim().max(4000).optional(),
  basis: z.string().trim().max(500).optional(),
  until: z.union([day, z.literal("")]).optional(),
  agencyId: z.uuid().optional(),
  ...asked.keeps,
});
export type SignInput = z.output<typeof signInput>;

const item = z.string().regex(/^[0-9a-f-]{36}:\d{1,6}:([0-9a-f]{64})?$/);

/** A register: the items as `proceeding:version:hash`, one act, one password where it signs. */
export const registerInput = z.object({
  key: frame.key,
  locale: frame.locale,
  act: z.string(),
  outcome: z.enum(outcomes).optional(),
  item: list(item).pipe(z.array(item).min(1)),
  ...proof,
  basis: z.string().trim().max(500).optional(),
  agencyId: z.uuid().optional(),
  actKind: asked.legalAct.actKind.optional(),
  issuer: line.optional(),
  number: line.optional(),
  date: day.optional(),
  favourable: z.enum(["yes", "no"]).optional(),
  scanSha256: hash.optional(),
});
export type RegisterInput = z.output<typeof registerInput>;

export const assignInput = z.object({
  key: frame.key,
  locale: frame.locale,
  item: list(item).pipe(z.array(item).min(1)),
  author: z.union([z.uuid(), z.literal("")]).optional(),
  reader: z.union([z.uuid(), z.literal("")]).optional(),
});
export type AssignInput = z.output<typeof assignInput>;

export const conflictInput = z.object({
  locale: frame.locale,
  subject: list(z.string().regex(/^[cf]:[0-9a-f-]{36}$/)).pipe(z.array(z.string()).min(1)),
  /** One for each subject; or one kind for all of them. */
  answer: list(z.enum(["none", ...conflictKinds])),
  kind: z.enum(conflictKinds).optional(),
});
export type ConflictInput = z.output<typeof conflictInput>;

export const viewInput = z.object({ proceeding: z.uuid(), hash });

export const duplicateInput = z.object({
  locale: frame.locale,
  caseId: z.uuid(),
  otherId: z.uuid(),
  answer: z.enum(["other", "same"]),
  note: line,
});
export type DuplicateInput = z.output<typeof duplicateInput>;

/** Two cases of one episode: this one leads the other, points to it, or no longer does. */
export const joinForm = z.object({
  locale: frame.locale,
  caseId: z.uuid(),
  otherId: z.uuid(),
  act: z.enum(["lead", "point", "part"]),
  note: line,
});
export type JoinForm = z.output<typeof joinForm>;
