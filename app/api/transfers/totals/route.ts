import { getLocale } from "next-intl/server";
import { withActor } from "@/lib/handler";
import { totalsFilter } from "@/lib/transfers/schema";
import { totalsTable } from "@/lib/transfers/totals-csv";

/** Planned against received as a table, in the reader's language. */
export const GET = withActor(async (actor, request) => {
  const { to } = totalsFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const table = await totalsTable(actor, to ?? null, await getLocale());
  if (!table) return null;
  return new Response(table.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${table.name}"`,
    },
  });
});
