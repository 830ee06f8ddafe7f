import { problem, withActor } from "@/lib/handler";
import { exportBundle, mayExport } from "@/lib/history/exporter";
import { ownPublicKeys } from "@/lib/history/read";
import { bundleKind } from "@/lib/history/schema";
import { ownDesk } from "@/lib/proceedings/desk";

/** The whole history with its proofs, as a file. A form posts here, since the export is an act of its own. */
export const POST = withActor(async (actor, request) => {
  if (!mayExport(actor)) return null;
  const form = await request.formData().catch(() => null);
  const kind = bundleKind.safeParse(form?.get("kind"));
  if (!kind.success) return problem(400, "Bad Request");
  const keys = await ownPublicKeys();
  if (!keys) return problem(503, "Service Unavailable");
  const bundle = await exportBundle(ownDesk(), actor, kind.data, keys);
  if (!bundle) return null;
  const name = `aqtalu-history-${kind.data}-${new Date().toISOString().slice(0, 10)}.jsonl`;
  return new Response(bundle, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
