import { withActor } from "@/lib/handler";
import { readConsistency } from "@/lib/history/read-consistency";
import { twoHeads } from "@/lib/history/schema";

/** The proof that one signed head goes on from another, to be checked elsewhere. */
export const GET = withActor(async (actor, request) => {
  const asked = twoHeads.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await readConsistency(actor, asked);
  if (!found) return null;
  return new Response(`${found.line}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="aqtalu-consistency-${found.from}-${found.to}.json"`,
    },
  });
});
