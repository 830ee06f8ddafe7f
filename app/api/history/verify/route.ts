import { problem, withActor } from "@/lib/handler";
import { checkLive } from "@/lib/history/check-live";
import { mayExport } from "@/lib/history/exporter";
import { ownPublicKeys } from "@/lib/history/read";

export const dynamic = "force-dynamic";

/** Checks the live history and tells how far it is, a line of JSON each. One check at a time. */
export const GET = withActor(async (actor) => {
  if (!mayExport(actor)) return null;
  const keys = await ownPublicKeys();
  const steps = keys && checkLive(keys);
  if (!steps) return problem(409, "Conflict");
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await steps.next();
      if (step.done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(step.value)}\n`));
    },
    async cancel() {
      await steps.return(undefined);
    },
  });
  return new Response(stream, { headers: { "Content-Type": "application/jsonl; charset=utf-8" } });
});
