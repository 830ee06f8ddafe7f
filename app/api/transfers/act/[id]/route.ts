import { getLocale } from "next-intl/server";
import { withActor } from "@/lib/handler";
import { drawAct } from "@/lib/transfers/draw-act";
import { readAct } from "@/lib/transfers/read-act";
import { transferId } from "@/lib/transfers/schema";

/** The act of transfer on paper, in the reader's language; marked as a draft until it is accepted. */
export const GET = withActor<{ id: string }>(async (actor, _request, params) => {
  const wanted = transferId.safeParse(params);
  const found = wanted.success ? await readAct(actor, wanted.data.id, await getLocale()) : null;
  if (!found) return null;
  return new Response(new Uint8Array(await drawAct(found.paper)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="aqtalu-transfer-${found.number}.pdf"`,
    },
  });
});
