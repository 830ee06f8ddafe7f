import { z } from "zod";
import { acts } from "@/lib/law/acts";
import { sampleKinds } from "@/lib/ledger/sample";

/** With every name and reason, or without. */
export const bundleKind = z.enum(["full", "pseudonymous"]);

/** The size of the checkpoint below which a page of the list begins. */
export const below = z.coerce.number().int().positive().nullable().catch(null);

/** An entry by its number, or by the id of the signature that it tells of. */
export const entryName = z
  .union([z.string().regex(/^\d{1,18}$/), z.guid()])
  .transform((text) => (text.includes("-") ? { signature: text } : { seq: text }));

const size = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .nullable()
  .catch(null);

/** Two heads by their sizes. */
export const twoHeads = z.object({ from: size, to: size });

const day = z.iso.date().optional().catch(undefined);
const number = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual).catch(usual);

/** The reports, each by what it points at. */
export const reportNames = ["unopened", "pace", "pairs", "appointed"] as const;
export type ReportName = (typeof reportNames)[number];

export const reportSearch = z.object({
  report: z.enum(reportNames).default("unopened").catch("unopened"),
  ...{ from: day, to: day },
  /** Faster than so many seconds; at least so many in common; within so many days. */
  seconds: number(1, 3600, 5),
  least: number(1, 1000, 5),
  days: number(1, 365, 7),
  sort: z.string().max(20).optional().catch(undefined),
  down: z.literal("1").optional().catch(undefined),
});
export type ReportSearch = z.infer<typeof reportSearch>;

export const sampleSearch = z.object({
  of: z.enum(sampleKinds).default("decisions").catch("decisions"),
  ...{ from: day, to: day },
  act: z.enum(acts).optional().catch(undefined),
  article: z
    .string()
    .regex(/^[A-Z]\d{1,2}[a-z]?$/)
    .optional()
    .catch(undefined),
  actor: z.uuid().optional().catch(undefined),
  n: number(1, 200, 20),
  /** Drawn only when there is one. */
  seed: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** Leaves of the tree that it is drawn from; the newest signed head's where none is named. */
  size: z.coerce.number().int().positive().optional().catch(undefined),
});
export type SampleSearch = z.infer<typeof sampleSearch>;

/** What can be taken away as a table. */
export const csvTable = z.enum(["history", "sheets", ...reportNames]);
export type CsvTable = z.infer<typeof csvTable>;
