import { withActor } from "@/lib/handler";
import { readStanding } from "@/lib/intake/read";

/** How far the work on an import is: asked for some times a minute while it is under way. */
export const GET = withActor<{ id: string }>(async (actor, _request, { id }) => {
  const standing = await readStanding(actor, id);
  return standing && Response.json(standing);
});
