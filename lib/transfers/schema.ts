import { z } from "zod";
import { dayField } from "@/lib/accounts/schema";
import { parseReference } from "@/lib/archive/reference";
import { transferReasons, transferStates } from "@/lib/law/transferring";

/** What the database can count up to. */
const MOST_FILES = 10_000_000;
const MOST = 1_000_000_000;
const MOST_ITEMS = 500;

const boxed = (value: unknown): unknown => {
  if (value === "" || value === null) return undefined;
  return typeof value === "string" && /^\s*\d{1,12}\s*$/.test(value) ? Number(value) : value;
};
const whole = (least: number, most: number) =>
  z
    .number()
    .int({ error: "wholeNumber" })
    .min(least, { error: "wholeNumber" })
    .max(most, { error: "wholeNumber" });
const files = (least: number) => z.preprocess(boxed, whole(least, MOST_FILES));
const perhaps = z.preprocess(boxed, whole(0, MOST).optional()).transform((value) => value ?? null);
const sentence = (least: number, most: number) => z.string().trim().min(least).max(most);
const noteOf = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || null);

/** The number of a fonds as archives write it, with or without the word before it: `Ф. 10`, `Р-10`. */
export const fondsField = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((text, context) => {
    for (const form of [text, `Ф. ${text}`]) {
      const read = parseReference(form);
      if (!read.ok) continue;
      const { archive, fonds, inventory, file, sheets } = read.value;
      if (fonds && !archive && !inventory && !file && sheets.length === 0) return fonds;
    }
    context.addIssue({ code: "custom", message: "fondsForm" });
    return z.NEVER;
  });

/** Inventories by their numbers: `1`, `1–3, 5`, `2а`. Ranges are printed with an en dash, whatever was typed. */
export const inventoriesField = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((text) => text.replace(/\s*[-–—]\s*/g, "–").replace(/\s*,\s*/g, ", "))
  .refine((text) => /^[\p{L}\d/]+(–[\p{L}\d/]+)?(, [\p{L}\d/]+(–[\p{L}\d/]+)?)*$/u.test(text), {
    error: "inventoriesForm",
  });

export const itemSchema = z.object({
  fonds: fondsField,
  inventories: inventoriesField,
  // On one line, as it stands in the table of accessions.
  title: noteOf(300).transform((text) => text?.replace(/\s+/g, " ") ?? null),
  files: files(1),
  sheets: perhaps,
  materials: perhaps,
});

const itemsField = z
  .preprocess(
    (value) => (typeof value === "string" ? listIn(value) : value),
    z.array(itemSchema).min(1, { error: "itemsMissing" }).max(MOST_ITEMS),
  )
  .superRefine((items, context) => {
    const seen = new Set<string>();
    for (const [at, { fonds, inventories }] of items.entries()) {
      const key = JSON.stringify([fonds, inventories]);
      if (seen.has(key)) context.addIssue({ code: "custom", path: [at, "fonds"], message: "itemTwice" });
      seen.add(key);
    }
  });

function listIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const saidFields = {
  title: sentence(3, 300),
  basis: sentence(3, 500),
  due: dayField,
  items: itemsField,
};

const id = z.guid();
const shown = z.coerce.number().int().min(0).max(1_000_000);

/** `id` is chosen by the form: sent twice, it is one transfer. */
export const announcement = z.object({ id, fromId: id, toId: id, ownNumber: noteOf(60), ...saidFields });
export const announcementAgain = z.object({ id, shown, ...saidFields });
export const step = z.object({ id, shown });
export const reasoned = step.extend({ reasonCode: z.enum(transferReasons), reasonText: sentence(3, 2000) });

/** `counts.0.files` of a form as what it names. */
function nested(raw: unknown): unknown {
  if (raw === null || typeof raw !== "object" || "counts" in raw) return raw;
  const counts: Record<string, unknown>[] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const [, at, field] = /^counts\.(\d{1,3})\.(\w+)$/.exec(name) ?? [];
    if (at === undefined || field === undefined) rest[name] = value;
    else (counts[Number(at)] ??= {})[field] = value;
  }
  return { ...rest, counts };
}

const count = z.object({
  nth: z.coerce.number().int().min(1).max(MOST_ITEMS),
  files: files(0),
  sheets: perhaps,
  materials: perhaps,
  note: noteOf(500),
});
export const counted = z.preprocess(nested, step.extend({ counts: z.array(count).min(1).max(MOST_ITEMS) }));

export const transferId = z.object({ id });
/** Empty: to none. */
export const linking = z.object({ id, transferId: id.or(z.literal("").transform(() => null)) });
export const listFilter = z.object({
  state: z.enum(transferStates).optional().catch(undefined),
  archive: z.guid().optional().catch(undefined),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
  waiting: z.literal("me").optional().catch(undefined),
});
export const totalsFilter = z.object({ to: z.guid().optional().catch(undefined) });

/** A row of AtoM's accession table, once its archives are known. */
export const accessionSchema = z.object({ ownNumber: noteOf(60), ...saidFields });
const csv = z.string().min(1).max(900_000);
export const accessionTable = z.object({ csv });
export const accessionOrder = z.object({ key: id, csv });
