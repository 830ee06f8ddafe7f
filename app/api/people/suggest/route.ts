import { withActor } from "@/lib/handler";
import { readSuggested } from "@/lib/people/read";

/** People whom a name may mean that is still being typed. */
export const GET = withActor(async (actor, request) => {
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  return Response.json(await readSuggested(actor, q));
});
