import type { z } from "zod";

/**
 * A form as an object: a name that occurs more than once, or ends in `[]`, becomes a list. Fields of the
 * framework's own (they begin with `$`) are left out.
 */
export function fromForm(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    const values = form.getAll(name);
    const list = name.endsWith("[]");
    fields[list ? name.slice(0, -2) : name] = list || values.length > 1 ? values : values[0];
  }
  return fields;
}

/** What zod found wrong, as keys of the namespace `input`. A schema may name its own with `error: "…"`. */
const wording: z.core.$ZodErrorMap = (issue) => {
  // An empty box of a form, whatever was wanted in it.
  if (issue.input === "") return "missing";
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "missing" : "invalid";
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1 ? "missing" : "tooSmall";
    case "too_big":
      return "tooBig";
    case "invalid_format":
      return "format";
    case "unrecognized_keys":
      return "unknown";
    default:
      return "invalid";
  }
};

type Read<T> = { ok: true; value: T } | { ok: false; fields: Record<string, string> };

/** Checks an input; for what is wrong it names the field (`charges.2.outcome`) and the first thing about it. */
export function readInput<S extends z.ZodType>(schema: S, raw: unknown): Read<z.output<S>> {
  const read = schema.safeParse(raw instanceof FormData ? fromForm(raw) : raw, { error: wording });
  if (read.success) return { ok: true, value: read.data };
  const fields: Record<string, string> = {};
  for (const issue of read.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  return { ok: false, fields };
}
