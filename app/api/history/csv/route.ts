import { problem, withActor } from "@/lib/handler";
import { exportCsv } from "@/lib/history/export-csv";
import { mayExport } from "@/lib/history/exporter";
import { csvTable } from "@/lib/history/schema";
import { fromForm } from "@/lib/input";
import { ownDesk } from "@/lib/proceedings/desk";

/** What the auditor has before them, as a table. A form posts here, since the export is an act of its own. */
export const POST = withActor(async (actor, request) => {
  if (!mayExport(actor)) return null;
  const form = await request.formData().catch(() => null);
  const { table: asked, ...params } = form ? fromForm(form) : {};
  const table = csvTable.safeParse(asked);
  if (!table.success) return problem(400, "Bad Request");
  const texts = Object.entries(params).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  const csv = await exportCsv(ownDesk(), actor, { table: table.data, params: Object.fromEntries(texts) });
  if (!csv) return null;
  const name = `aqtalu-${table.data}-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
