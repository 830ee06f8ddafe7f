import { z } from "zod";
import { dayField } from "@/lib/accounts/schema";
import { impossibleIn, ruleFields, ruleKeys, type Rules } from "@/lib/law/rule-set";

type Field = (typeof ruleFields)[keyof typeof ruleFields];
type Bounds = { least: number; most: number };

/** What a box of a form holds: nothing, a whole number, or something else that is then refused. */
const boxed = (value: unknown): unknown => {
  if (value === "") return undefined;
  return typeof value === "string" && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value;
};
const whole = ({ least, most }: Bounds) =>
  z
    .number()
    .int({ error: "ruleBounds" })
    .min(least, { error: "ruleBounds" })
    .max(most, { error: "ruleBounds" });

function schemaOf(field: Field): z.ZodType {
  switch (field.is) {
    case "count":
      return z.preprocess(boxed, whole(field));
    case "switch":
      return z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean());
    case "claims":
      return z
        .array(z.enum(field.of))
        .default([])
        .transform((chosen) => field.of.filter((kind) => chosen.includes(kind)));
    case "days": {
      const steps = field.of.map((step) => [step, z.preprocess(boxed, whole(field).optional())] as const);
      const named = (days: object) => Object.entries(days).filter(([, count]) => count !== undefined);
      return z.object(Object.fromEntries(steps)).transform((days) => Object.fromEntries(named(days)));
    }
  }
}

/** A whole rule set, made from the one list of rules; what cannot be is said beside the field that would mend it. */
export const ruleSetSchema = z
  .object(Object.fromEntries(ruleKeys.map((key) => [key, schemaOf(ruleFields[key])])))
  .transform((rules) => rules as Rules)
  .superRefine((rules, context) => {
    for (const { name, why } of impossibleIn(rules))
      context.addIssue({ code: "custom", path: name.split("."), message: words[why] });
  });

const words = {
  outOfBounds: "ruleBounds",
  claimsNeeded: "claimsNeeded",
  ownersDays: "ownersDays",
  actDays: "actDays",
} as const;

/** `rules.days.study` of a form as what it names. */
function nested(raw: unknown): unknown {
  if (raw === null || typeof raw !== "object" || "rules" in raw) return raw;
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const path = name.split(".");
    const last = path.pop()!;
    let at = whole;
    for (const step of path) at = (at[step] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return whole;
}

const sentence = (most: number) => z.string().trim().min(3).max(most);

export const newRuleSet = z.preprocess(
  nested,
  z.object({
    rules: ruleSetSchema,
    label: sentence(120),
    act: sentence(300),
    reason: sentence(2000),
    day: dayField,
  }),
);

const version = z.coerce.number().int().min(1).max(1_000_000);
export const oneVersion = z.object({ version });
export const confirmation = z.object({ version, password: z.string().min(1) });
export const withdrawal = z.object({ version, reason: sentence(2000) });
