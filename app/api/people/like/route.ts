import { withActor } from "@/lib/handler";
import { readLike } from "@/lib/people/read";

/** Registered people with a like name, for whoever registers another. */
export const GET = withActor(async (actor, request) => {
  const query = new URL(request.url).searchParams;
  const text = (name: string) => (query.get(name) ?? "").slice(0, 200);
  return Response.json(await readLike(actor, text("name"), text("birth")));
});
