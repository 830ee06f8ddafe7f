import { z } from "zod";

/** With every name and reason, or without. */
export const bundleKind = z.enum(["full", "pseudonymous"]);

/** The size of the checkpoint below which a page of the list begins. */
export const below = z.coerce.number().int().positive().nullable().catch(null);
