import { z } from "zod";
import { maybe, told, version } from "@/lib/units/schema";

const id = z.guid();
const maybeId = z
  .union([z.literal(""), id])
  .optional()
  .transform((text) => text || null);

/** Names in other scripts and other names: the list comes as JSON, for a form has no lists of lists. */
const listOf = <S extends z.ZodType>(item: S) =>
  z
    .preprocess((given) => (typeof given === "string" ? parseList(given) : given), z.array(item).max(60))
    .default([]);

function parseList(text: string): unknown {
  try {
    return text === "" ? [] : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

const variant = z.object({
  script: z.enum(["kk", "ru", "latin", "arabic"]),
  kind: z.enum(["source", "variant", "alias"]),
  text: z.string().trim().min(1).max(300),
});

const identity = {
  name: z.string().trim().min(1).max(300),
  surname: maybe(100),
  given: maybe(100),
  patronymic: maybe(100),
  variants: listOf(variant),
  birthText: maybe(200),
  birthPlace: maybe(300),
  deathText: maybe(200),
  sex: z
    .enum(["", "m", "f"])
    .optional()
    .transform((text) => text || null),
  nationality: maybe(100),
};

const charge = z.object({ article: z.string().trim().min(1).max(200), text: maybe(1000) });
const measure = z.object({ kind: z.string().trim().min(1).max(60), text: maybe(1000), dateText: maybe(200) });

const episode = {
  episode: z.string().trim().min(1).max(100),
  category: maybe(60),
  region: maybe(60),
  organ: maybe(60),
  organText: maybe(300),
  dateText: maybe(200),
  charges: listOf(charge),
  measures: listOf(measure),
};

export const registration = z.object({
  fileId: id,
  /** Somebody who is registered already: "this is the same person". */
  personId: maybeId,
  bond: z.enum(["required", "supporting"]),
  groupId: maybeId,
  regionalBodyId: maybeId,
  ...identity,
  ...episode,
});
export type Registration = z.output<typeof registration>;

export const personEdit = z.object({ personId: id, version, told, ...identity });
export type PersonEdit = z.output<typeof personEdit>;
export const caseEdit = z.object({ caseId: id, version, told, ...episode });
export type CaseEdit = z.output<typeof caseEdit>;
export const fileLink = z.object({ fileId: id, caseId: id, bond: z.enum(["required", "supporting"]) });
const personPair = z.object({ personId: id, otherId: id, note: z.string().trim().min(1).max(1000) });
/** Two registrations, and how one knows. */
export type PairInput = z.output<typeof personPair>;

/** One person, and which of the two registrations leads; two people; or two after all. */
export const comparison = personPair.extend({ answer: z.enum(["first", "second", "two", "unmerge"]) });
