import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { claimKinds } from "@/lib/law/words";

const id = z.uuid();
const line = z.string().max(4_000);
const text = z.string().max(20_000);

const citation = z.object({
  id,
  fileId: id,
  from: z.int().min(0),
  to: z.int().min(0),
  quote: text,
  translation: text,
  reliability: z.string().max(40),
});

export const draftSchema = z.object({
  fields: z.object({
    earlierSearch: line,
    earlierFound: z.boolean().nullable(),
    earlierAct: line,
    earlierCovers: z.boolean(),
    ground: line,
    exclusionFound: z.boolean().nullable(),
    exclusionCheck: line,
    summary: text,
    whole: z.enum(["rehabilitate", "refuse"]).nullable(),
    commonVersionId: id.nullable(),
  }),
  charges: z
    .array(z.object({ chargeId: id, outcome: z.enum(["rehabilitate", "refuse"]).nullable(), reason: line }))
    .max(100),
  claims: z
    .array(
      z.object({
        id,
        kind: z.enum(claimKinds),
        text,
        required: z.boolean(),
        citations: z.array(citation).max(60),
      }),
    )
    .max(100),
});

export const openDraftSchema = z.object({ caseId: id, language: z.enum(locales).default("ru") });
export const saveDraftSchema = z.object({
  versionId: id,
  draftVersion: z.int().min(1),
  draft: draftSchema,
});
export const submitSchema = z.object({
  key: id,
  proceeding: id,
  version: z.int().min(1),
  draftVersion: z.int().min(1),
  versionId: id,
});

const said = z.string().trim().min(1).max(4_000);
export const createCommonSchema = z.object({ fileId: id, title: z.string().trim().min(3).max(300) });
export const releaseCommonSchema = z.object({ findingId: id, fileId: id, draftVersion: z.int().min(1) });
export const reviseCommonSchema = z.object({ findingId: id, fileId: id });

const item = z.string().regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}:\d{1,6}$/);
/** Items as `case:proceeding:version`. */
export const submitListSchema = z.object({
  key: z.string().min(8).max(80),
  findingId: id,
  item: z.preprocess(
    (given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(item).min(1).max(1_000),
  ),
  earlierSearch: said,
  exclusionCheck: said,
  ground: z.string().trim().max(4_000).default(""),
  language: z.enum(locales).default("ru"),
});
