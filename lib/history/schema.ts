import { z } from "zod";

/** With every name and reason, or without. */
export const bundleKind = z.enum(["full", "pseudonymous"]);

/** The size of the checkpoint below which a page of the list begins. */
export const below = z.coerce.number().int().positive().nullable().catch(null);

/** An entry by its number, or by the id of the signature that it tells of. */
export const entryName = z
  .union([z.string().regex(/^\d{1,18}$/), z.guid()])
  .transform((text) => (text.includes("-") ? { signature: text } : { seq: text }));
