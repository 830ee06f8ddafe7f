import { getFormatter } from "next-intl/server";
import { problem, withActor } from "@/lib/handler";
import { checkLive } from "@/lib/history/check-live";
import { mayExport } from "@/lib/history/exporter";
import { ownPublicKeys } from "@/lib/history/read";
import { tellStep, type CheckStep, type ToldStep } from "@/lib/history/view";

export const dynamic = "force-dynamic";

/** Checks the live history and tells how far it is, a line of JSON each. One check at a time. */
export const GET = withActor(async (actor) => {
  if (!mayExport(actor)) return null;
  const keys = await ownPublicKeys();
  const steps = keys && checkLive(keys);
  if (!steps) return problem(409, "Conflict");
  const encoder = new TextEncoder();
  const format = await getFormatter();
  const spelling = {
    number: (value: number) => format.number(value),
    moment: (seconds: number) => format.dateTime(new Date(seconds * 1000), "moment"),
  };
  const began = performance.now();
  const tell = (step: CheckStep): ToldStep => {
    const lines = step.is === "checking" ? step.lines : 0;
    return tellStep(step, Math.round(lines / ((performance.now() - began) / 1000)), spelling);
  };
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await steps.next();
      if (step.done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(tell(step.value))}\n`));
    },
    async cancel() {
      await steps.return(undefined);
    },
  });
  return new Response(stream, { headers: { "Content-Type": "application/x-ndjson; charset=utf-8" } });
});
