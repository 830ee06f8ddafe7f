import { withActor } from "@/lib/handler";
import { readCheckpointNote } from "@/lib/history/read";

/** A signed head under the lines of its witnesses, to be kept outside. */
export const GET = withActor<{ size: string }>(async (actor, _request, { size }) => {
  const note = /^\d{1,15}$/.test(size) ? await readCheckpointNote(actor, Number(size)) : null;
  if (note === null) return null;
  return new Response(note, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="checkpoint-${size}.txt"`,
    },
  });
});
