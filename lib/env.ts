import { z } from "zod";

const database = z.string().regex(/^postgres(ql)?:\/\/\S+$/, "must be a postgresql:// address");

/** Short, or made of few letters: the length alone lets "aaaa…" pass. */
export function secretIsWeak(secret: string): boolean {
  return secret.length < 32 || new Set(secret).size < 12;
}

const shape = z.object({
  DATABASE_URL_APP: database,
  DATABASE_URL_PUBLIC: database,
  NEXTAUTH_SECRET: z
    .string()
    .refine(
      (secret) => !secretIsWeak(secret),
      "must be at least 32 random characters (openssl rand -hex 32)",
    ),
  AQTALU_URL: z.url({ protocol: /^https?$/, error: "must be the http(s) address people type" }),
  AQTALU_DATA: z.string().min(1).default(".aqtalu"),
});

/** What web and worker are told from outside. The owner's DATABASE_URL is not among it. */
export type Environment = z.infer<typeof shape>;

/** Names what is missing or wrong, in one sentence, without ever repeating a value. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = shape.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return source[name] ? `${name} ${issue.message}` : `${name} is not set`;
  });
  throw new Error(`Aqtalu cannot run: ${faults.join("; ")}. "npm start" sets all of these by itself.`);
}

/**
 * Whether signatures take a passkey as long as no rule set says so: yes, but in a demonstration (and in tests), whose
 * people have none.
 */
export const wantsPasskeys = (): boolean => process.env.AQTALU_DEMO === "0";

let kept: Environment | undefined;

/** Read once, on first use: a build knows none of it. */
export function environment(): Environment {
  return (kept ??= parseEnvironment(process.env));
}
