import pg from "pg";
import { assertNotOwner } from "@/lib/store/health";
import { halt } from "./halt";
import type { Doors } from "./roles";

/** Web and worker refuse the owner's role themselves: said here, it is said once and before the build. */
export async function checkDoors(doors: Doors): Promise<void> {
  for (const [name, url] of [
    ["DATABASE_URL_APP", doors.app],
    ["DATABASE_URL_PUBLIC", doors.public],
  ] as const) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
      await assertNotOwner(client);
    } catch (fault) {
      throw halt(`${name} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}`);
    } finally {
      await client.end();
    }
  }
}
