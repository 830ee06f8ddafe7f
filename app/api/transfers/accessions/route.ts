import { getLocale } from "next-intl/server";
import { withActor } from "@/lib/handler";
import { readAccessionTable } from "@/lib/transfers/read";

/** The transfers that one sees as AtoM's accession table; without any it is the headings alone. */
export const GET = withActor(async (actor) => {
  const csv = await readAccessionTable(actor, await getLocale());
  if (csv === null) return null;
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="aqtalu-accessions.csv"',
    },
  });
});
