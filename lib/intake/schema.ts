import { z } from "zod";
import { COLUMNS } from "./columns";
import { SHOWN } from "./summarise";
import { separators, tableEncodings } from "./view";

const id = z.guid();

/** What was shown is what is accepted. */
export const accepting = z.object({ id, digest: z.string().regex(/^[0-9a-f]{64}$/) });
const ticked = z
  .literal("on")
  .transform(() => true as const)
  .optional();
/** Keys are made of cells, which may be long. */
const things = z.array(z.string().min(1).max(25_000)).max(SHOWN.left).default([]);
/** Of what was shown, what is left out. */
export const choosing = accepting
  .extend({ added: ticked, changed: ticked, things })
  .transform(({ id, digest, ...leave }) => ({ id, digest, leave }));
export const dropping = z.object({ id });
export const forgetting = z.object({ id });
/** Empty: to be found out. */
const told = <T extends string>(words: readonly [T, ...T[]]) =>
  z
    .enum(words)
    .or(z.literal("").transform(() => undefined))
    .optional();
export const reading = z.object({ encoding: told(tableEncodings), separator: told(separators) });
export const rereading = reading.extend({ id });
export const beginning = reading.extend({
  id,
  name: z.string().trim().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export const steering = z.object({ id, wish: z.enum(["pause", "resume", "cancel"]) });
/** Of each heading, in their order, the column that it is; empty: it is not read. */
export const mapping = z.object({
  id,
  name: z.string().trim().max(80).default(""),
  columns: z.array(z.enum(COLUMNS).or(z.literal("").transform(() => null))).max(500),
});
