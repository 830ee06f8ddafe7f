import { AsyncLocalStorage } from "node:async_hooks";

/** Ids, counts and words of ours: never a name, a text somebody wrote, or a secret. */
type Details = Record<string, string | number | boolean | null | undefined>;
type Level = "info" | "warn" | "error";

const requests = new AsyncLocalStorage<string>();

/** Everything logged while `work` runs carries this request id. */
export function inRequest<T>(requestId: string, work: () => T): T {
  return requests.run(requestId, work);
}

/**
 * One line of JSON on standard output, time in UTC. JSON escapes line breaks, so that nothing typed by
 * anybody can start a line of its own.
 */
function write(level: Level, event: string, details: Details): void {
  const line = { at: new Date().toISOString(), level, event, request: requests.getStore(), ...details };
  process.stdout.write(`${escapeSeparators(JSON.stringify(line))}\n`);
}

/** U+2028, U+2029 and NEL are line breaks to some readers though not to JSON. */
function escapeSeparators(text: string): string {
  return text.replace(/[\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export const log = {
  info: (event: string, details: Details = {}) => write("info", event, details),
  warn: (event: string, details: Details = {}) => write("warn", event, details),
  /** A fault: what kind and where, not what was in it. */
  fault: (event: string, error: unknown, details: Details = {}) =>
    write("error", event, { ...details, ...describeFault(error) }),
};

type Faulty = {
  name?: string;
  code?: string | number;
  message?: string;
  stack?: string;
  cause?: unknown;
  /** PostgreSQL's */
  severity?: string;
  table?: string;
  constraint?: string;
};

/**
 * Messages of PostgreSQL and Prisma quote the values they stumbled over, so of those only codes and names
 * of tables are kept; in others everything between quotes is left out.
 */
export function describeFault(error: unknown): Details {
  if (typeof error !== "object" || error === null) return { fault: typeof error };
  const fault = error as Faulty;
  const quotesValues = fault.severity !== undefined || fault.name?.startsWith("PrismaClient") === true;
  return {
    fault: fault.name ?? "unknown",
    code: fault.code,
    table: fault.table,
    constraint: fault.constraint,
    message: quotesValues ? undefined : withoutQuotes(fault.message ?? ""),
    frames: framesOf(fault.stack),
    cause: fault.cause === undefined ? undefined : String(describeFault(fault.cause).fault),
  };
}

function withoutQuotes(message: string): string {
  return message.replace(/(["'`«“]).*?(["'`»”]|$)/gs, "$1…$2").slice(0, 300);
}

function framesOf(stack: string | undefined): string | undefined {
  const lines = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return lines
    ?.slice(0, 6)
    .map((line) => line.trim().slice(3))
    .join(" < ");
}
