import { environment } from "./env";
import { appPool, publicPool } from "./store/client";
import { assertNotOwner } from "./store/health";

/** A web server that may not serve ends before its first request, with one sentence. */
export async function bootOrEnd(): Promise<void> {
  try {
    environment();
    await assertNotOwner(appPool());
    await assertNotOwner(publicPool());
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(1);
  }
}
