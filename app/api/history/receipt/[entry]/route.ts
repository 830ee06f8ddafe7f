import { problem, withActor } from "@/lib/handler";
import { readReceiptOf } from "@/lib/history/receipt";
import { entryName } from "@/lib/history/schema";

/** What proves one entry, by its number or by the id of the signature it tells of, to be checked elsewhere. */
export const GET = withActor<{ entry: string }>(async (actor, _request, { entry }) => {
  const by = entryName.safeParse(entry);
  const receipt = by.success ? await readReceiptOf(actor, by.data) : null;
  if (receipt === null) return null;
  if (receipt === "waiting") return problem(503, "Service Unavailable");
  return new Response(`${receipt.line}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="aqtalu-receipt-${receipt.seq}.json"`,
    },
  });
});
