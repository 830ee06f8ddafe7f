import { appPool } from "@/lib/store/client";
import { knownMigrations, readHealth } from "@/lib/store/health";

export const dynamic = "force-dynamic";

/** For whoever watches the machine: says whether, and in one word why not; nothing else. */
export async function GET(): Promise<Response> {
  const health = await readHealth(appPool(), await knownMigrations());
  const status = health.status === "ok" ? 200 : 503;
  return Response.json(health, { status, headers: { "Cache-Control": "no-store" } });
}
