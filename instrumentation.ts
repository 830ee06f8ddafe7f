/** Runs once before the first request: a server that may not serve ends here, with one sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { environment } = await import("@/lib/env");
  const { appPool, publicPool } = await import("@/lib/store/client");
  const { assertNotOwner } = await import("@/lib/store/health");
  try {
    environment();
    await assertNotOwner(appPool());
    await assertNotOwner(publicPool());
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(1);
  }
}
