import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { plainQueries } from "@/lib/store/client";

export const triesAllowed = 5;
const window = 15 * 60;

const limiters = new WeakMap<pg.Pool, RateLimiterPostgres>();

function limiterOn(pool: pg.Pool): RateLimiterPostgres {
  let limiter = limiters.get(pool);
  if (!limiter) {
    // The limiter subtracts the time it kept from now: the pool's bigint for int8 would not let it.
    limiter = new RateLimiterPostgres({
      storeClient: plainQueries(pool),
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: "try",
      points: triesAllowed,
      duration: window,
    });
    limiters.set(pool, limiter);
  }
  return limiter;
}

/**
 * Counts a try before it is judged, so that many at once do not slip through; false when there were too
 * many within fifteen minutes. A good try is forgiven with `forgive`.
 */
export async function mayTry(pool: pg.Pool, key: string): Promise<boolean> {
  try {
    await limiterOn(pool).consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false;
    throw reason;
  }
}

export async function forgive(pool: pg.Pool, key: string): Promise<void> {
  await limiterOn(pool).delete(key);
}

/**
 * The address a try is counted under. X-Forwarded-For is whatever the sender likes unless a proxy of ours
 * writes its end: AQTALU_PROXIES says how many do. With none, tries are counted per login alone.
 */
export function addressOf(forwarded: string | null | undefined): string {
  const proxies = Number(process.env.AQTALU_PROXIES ?? 0);
  if (!(proxies > 0)) return "any";
  return forwarded?.split(",").at(-proxies)?.trim() || "any";
}
