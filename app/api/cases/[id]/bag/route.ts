import { readCaseHead } from "@/lib/cases/read";
import { exportDossier, mayExport } from "@/lib/dossier/export";
import { environment } from "@/lib/env";
import { withActor } from "@/lib/handler";
import { ownDesk } from "@/lib/proceedings/desk";
import { takingAway } from "@/lib/units/schema";

/** The dossier of a case as a bag. A form posts here, since the export is an act of its own. */
export const POST = withActor<{ id: string }>(async (actor, request, { id }) => {
  if (!mayExport(actor) || !(await readCaseHead(actor, id))) return null;
  const form = await request.formData().catch(() => null);
  const asked = takingAway.safeParse({ purpose: form?.get("purpose") });
  if (!asked.success)
    return new Response(null, { status: 303, headers: { Location: `/cases/${id}?take=purpose#take` } });
  const bag = await exportDossier(ownDesk(), actor, { id, ...asked.data, home: environment().AQTALU_URL });
  if (!bag) return null;
  return new Response(bag, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="aqtalu-case-${id}.zip"`,
    },
  });
});
