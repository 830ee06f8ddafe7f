import { z } from "zod";
import { describedAreas, type DescribedArea } from "./view";

const id = z.guid();
export const version = z.coerce.number().int().min(1);
/** How many voided signatures the form spoke of. */
export const told = z.coerce.number().int().min(0).default(0);
/** A line or a text that may be left empty; empty is nothing. */
export const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => (text ? text : null));
const list = <S extends z.ZodType>(item: S) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? (given as unknown[]) : [given]),
    z.array(item),
  );

const areas = Object.fromEntries(describedAreas.map((area) => [area, maybe(4000)])) as Record<
  DescribedArea,
  ReturnType<typeof maybe>
>;

export const description = z.object({
  fileId: id,
  version,
  title: z.string().trim().min(1).max(1000),
  dateText: maybe(200),
  extent: maybe(200),
  stamps: maybe(500),
  ...areas,
});

export const sheetCount = z.object({
  fileId: id,
  version,
  told,
  foliation: z.string().trim().min(1).max(2000),
});

export const ownership = z.object({ fileId: id, version, told, grade: maybe(60), owners: list(id) });

const day = z.iso.date({ error: "dateForm" });
const secrecyHalf = z.object({
  secrecy: z.enum(["none", "lift", "keep"]).nullable(),
  grade: z.string().trim().max(60).nullable(),
  ownerId: id.nullable(),
  basis: z.string().trim().max(2000).nullable(),
  reviewDate: day.nullable(),
});
const accessHalf = z.object({
  access: z.enum(["open", "redacted", "closed"]).nullable(),
  accessBasis: z.string().trim().max(2000).nullable(),
  closedUntil: day.nullable(),
});
const place = { from: z.number().int().min(0), to: z.number().int().min(0) };
const partition = <S extends z.ZodType>(answer: S) =>
  z
    .array(z.object({ ...place, answer }))
    .min(1)
    .max(5000);

export const secrecySpans = z.object({ fileId: id, version, told, spans: partition(secrecyHalf) });
export const accessSpans = z.object({ fileId: id, version, spans: partition(accessHalf) });

const stamp = z
  .string()
  .regex(/^([0-9a-f]{32})?$/)
  .optional();
const rowId = z.union([z.literal(""), id]).optional();
const ticked = z.preprocess((given) => given === "on" || given === "true" || given === true, z.boolean());

export const material = z.object({
  fileId: id,
  id: rowId,
  stamp,
  kind: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(1000),
  dateText: maybe(200),
  sheets: z.string().trim().min(1).max(100),
  hadGrade: ticked,
});

export const mention = z.object({
  fileId: id,
  id: rowId,
  stamp,
  name: z.string().trim().min(1).max(300),
  role: z.enum(["accused", "relative", "witness", "informer", "official"]),
  access: z.enum(["open", "closed"]),
  sheet: maybe(40),
  note: maybe(1000),
  personId: rowId,
});

export const opening = z.object({ fileId: id, key: z.guid(), act: z.enum(["attest", "open"]) });

const purpose = z.string().trim().min(3).max(500);
export const takingAway = z.object({ purpose });
export const exportFormats = ["atom", "ead3"] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const exporting = z.object({ format: z.enum(exportFormats), purpose });

export const closedReading = z.object({
  fileId: id,
  position: z.coerce.number().int().min(0),
  purpose,
});
