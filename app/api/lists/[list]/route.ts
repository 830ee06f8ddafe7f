import { dayOf, systemClock } from "@/lib/clock";
import { environment } from "@/lib/env";
import { withActor } from "@/lib/handler";
import { exportList, mayExport } from "@/lib/lists/export";
import { listName, type ListName } from "@/lib/lists/schema";
import { ownDesk } from "@/lib/proceedings/desk";
import { takingAway } from "@/lib/units/schema";

const pages: Record<ListName, string> = {
  cases: "/cases",
  people: "/people",
  files: "/files",
  queue: "/",
  transfers: "/transfers",
};

/** All of a list, with the filters of its address. A form posts here, since the export is an act of its own. */
export const POST = withActor<{ list: string }>(async (actor, request, { list: named }) => {
  const list = listName.safeParse(named);
  if (!list.success || !mayExport(actor, list.data)) return null;
  const query = new URL(request.url).searchParams;
  const form = await request.formData().catch(() => null);
  const asked = takingAway.safeParse({ purpose: form?.get("purpose") });
  if (!asked.success) {
    query.set("take", "purpose");
    const back = `${pages[list.data]}?${query}#take`;
    return new Response(null, { status: 303, headers: { Location: back } });
  }
  const order = { list: list.data, params: Object.fromEntries(query), ...asked.data };
  const csv = await exportList(ownDesk(), actor, { ...order, home: environment().AQTALU_URL });
  if (!csv) return null;
  const name = `aqtalu-${list.data}-${dayOf(systemClock())}.csv`;
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
