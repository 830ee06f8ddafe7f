import { Readable } from "node:stream";
import { withActor } from "@/lib/handler";
import { readRejects } from "@/lib/intake/rejects";
import { dropping } from "@/lib/intake/schema";
import { ownDesk } from "@/lib/intake/write";

/** Every row of a table that was turned down, with its column and the reason. */
export const GET = withActor<{ id: string }>(async (actor, _request, params) => {
  const wanted = dropping.safeParse(params);
  const rejects = wanted.success ? await readRejects(ownDesk(), actor, wanted.data.id) : null;
  if (!rejects) return null;
  const name = encodeURIComponent(`rejects-${rejects.name.replace(/\.[^.]*$/, "")}.csv`);
  return new Response(Readable.toWeb(Readable.from(rejects.csv)) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="rejects.csv"; filename*=UTF-8''${name}`,
    },
  });
});
