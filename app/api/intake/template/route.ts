import { withActor } from "@/lib/handler";
import { importingOffice } from "@/lib/intake/importer";
import { makeTemplate } from "@/lib/intake/template";

/** The import table with its headings in the language of the person. */
export const GET = withActor(async (actor) => {
  if (!importingOffice(actor)) return null;
  return new Response(makeTemplate(actor.locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="aqtalu-import.csv"',
    },
  });
});
