import { getLocale } from "next-intl/server";
import { problem, withActor } from "@/lib/handler";
import { drawPaper } from "@/lib/history/draw-paper";
import { readPaper } from "@/lib/history/read-paper";
import { entryName } from "@/lib/history/schema";

/** The receipt of a signature on paper, in the reader's language, with the receipt itself inside. */
export const GET = withActor<{ entry: string }>(async (actor, _request, { entry }) => {
  const by = entryName.safeParse(entry);
  const found = by.success ? await readPaper(actor, by.data, await getLocale()) : null;
  if (found === null) return null;
  if (found === "waiting") return problem(503, "Service Unavailable");
  return new Response(new Uint8Array(await drawPaper(found.paper)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="aqtalu-receipt-${found.seq}.pdf"`,
    },
  });
});
