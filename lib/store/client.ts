import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "@/lib/env";
import { PrismaClient } from "./generated/client";
import { nameOf, type Planned } from "./planned";

export type { PrismaClient };

/** What hand-written SQL needs of a pool, or of one client inside a transaction. */
export type Queryable = {
  query<R extends pg.QueryResultRow>(text: string | Planned, values?: unknown[]): Promise<pg.QueryResult<R>>;
};

/** What planned statements need: any pool will do, `steady` serves them best. */
export type Reads = {
  query<R extends pg.QueryResultRow>(statement: Planned, values?: unknown[]): Promise<pg.QueryResult<R>>;
};

export type Connection = {
  pool: pg.Pool;
  /** Here a plan is made once for all values, and by index whatever a table holds then: for what is found by its id. */
  steady: Reads;
  prisma: PrismaClient;
  close(): Promise<void>;
};

const { builtins } = pg.types;
const int8Array = 1016;
const dateArray = 1182;

/**
 * How rows of `pool` arrive. int8 is a bigint, since a sequence number outgrows a double (count with
 * `count(*)::int`); a date is the text `YYYY-MM-DD`, since a Date would move it with the time zone; a
 * timestamptz is a Date. Prisma reads through parsers of its own: there a date is a Date at midnight UTC.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): Parser => {
    if (format === "binary") return pg.types.getTypeParser(oid, format) as Parser;
    if (oid === builtins.INT8) return BigInt;
    if (oid === builtins.DATE) return String;
    if (oid === int8Array) return (text: string) => readArray(text).map(BigInt);
    if (oid === dateArray) return readArray;
    return pg.types.getTypeParser(oid, "text") as Parser;
  },
};

type Parser = (value: string) => unknown;

/** `{a,b}` of values that need no quotes. */
function readArray(text: string): string[] {
  return text === "{}" ? [] : text.slice(1, -1).split(",");
}

/**
 * A plan for all values is kept for as long as the statistics are: one that was made while there was little would read
 * tables whole long after an archive has come in.
 */
const byId = [
  ...["plan_cache_mode=force_generic_plan", "enable_seqscan=off", "enable_hashjoin=off"],
  ...["enable_mergejoin=off", "jit=off"],
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/** Pools and a Prisma client over one. Tests pass the address of their own database and close it after. */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const pool = openPool(url, options.max);
  const steady = openPool(url, options.max, byId);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(steady, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
  });
  return {
    pool,
    steady,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), steady.end()]);
    },
  };
}

function openPool(url: string, max = 10, options = ""): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: columnTypes,
    options: `-c timezone=UTC ${options}`,
    application_name: "aqtalu",
    // A new connection knows no tables and no plans: the first page on it takes ten times as long. Somebody
    // who reads for a while comes back to one that knows.
    idleTimeoutMillis: 15 * 60_000,
  });
  // A pool without a listener ends the process when the server drops an idle connection; the next query
  // of whoever needs one meets the fault anyway.
  pool.on("error", () => undefined);
  return pool;
}

type Door = "DATABASE_URL_APP" | "DATABASE_URL_PUBLIC";

/** Kept on the global object: a reload in development evaluates this module again. */
const kept = globalThis as typeof globalThis & { aqtaluConnections?: Map<Door, Connection> };

function open(door: Door): Connection {
  kept.aqtaluConnections ??= new Map();
  let connection = kept.aqtaluConnections.get(door);
  if (!connection) {
    connection = connect(environment()[door]);
    kept.aqtaluConnections.set(door, connection);
  }
  return connection;
}

/** The application's role, for everything but the public site. */
export const appPool = (): pg.Pool => open("DATABASE_URL_APP").pool;
export const appClient = (): PrismaClient => open("DATABASE_URL_APP").prisma;
export const appReads = (): Reads => open("DATABASE_URL_APP").steady;

/** The role that can read released tables and nothing else: for lib/registry. */
export const publicPool = (): pg.Pool => open("DATABASE_URL_PUBLIC").pool;
export const publicClient = (): PrismaClient => open("DATABASE_URL_PUBLIC").prisma;

/** Ends what this process holds open, so that a command line or a worker can leave. */
export async function closeConnections(): Promise<void> {
  const connections = [...(kept.aqtaluConnections?.values() ?? [])];
  kept.aqtaluConnections?.clear();
  await Promise.all(connections.map((connection) => connection.close()));
}

/** For a library that speaks to a pool itself and takes int8 for the text that pg makes of it by default. */
export function plainQueries(pool: pg.Pool): { query(config: pg.QueryConfig): Promise<pg.QueryResult> } {
  return { query: (config) => pool.query({ ...config, types: pg.types }) };
}
