/** Runs once, before the server answers. The other runtime, of proxies at the edge, has no database. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { bootOrEnd } = await import("@/lib/boot");
    await bootOrEnd();
  }
}
