import { withActor } from "@/lib/handler";
import { exportPeople, mayExport } from "@/lib/people/export";
import { ownDesk } from "@/lib/proceedings/desk";
import { takingAway } from "@/lib/units/schema";

/** The people whom one may see, as authority records. A form posts here, since the export is an act of its own. */
export const POST = withActor(async (actor, request) => {
  if (!mayExport(actor)) return null;
  const form = await request.formData().catch(() => null);
  const asked = takingAway.safeParse({ purpose: form?.get("purpose") });
  if (!asked.success)
    return new Response(null, { status: 303, headers: { Location: "/people?export=purpose#export" } });
  const csv = await exportPeople(ownDesk(), actor, asked.data);
  if (!csv) return null;
  const name = `aqtalu-people-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
